package io.waybot.designer.segment;

import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.segment.SegmentService;
import io.waybot.runtime.segment.UploadedLists;
import org.springframework.stereotype.Component;

/** What the dialogs of a segment work with. */
@Component
record SegmentTools(
    Texts texts,
    SegmentService segments,
    UploadedLists lists,
    LiveChoices choices,
    Attempt attempt,
    CurrentUser user) {}
