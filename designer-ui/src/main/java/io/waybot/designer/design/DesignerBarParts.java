package io.waybot.designer.design;

import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the toolbar needs to speak: words, the bank's clock, names of channels. */
@Component
record DesignerBarParts(
    Texts texts, JourneyWords words, Clock clock, LiveChoices choices, Attempt attempt) {}
