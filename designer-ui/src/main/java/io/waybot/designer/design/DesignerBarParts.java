package io.waybot.designer.design;

import io.waybot.designer.shell.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the toolbar needs to speak: words and the bank's clock. */
@Component
record DesignerBarParts(Texts texts, JourneyWords words, Clock clock) {}
