package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import io.waybot.db.segment.SegmentRule;
import java.util.Optional;

/** One condition as a person fills it in. */
interface ConditionRow {
  Component component();

  /** Empty while something is still missing. */
  Optional<SegmentRule> rule();
}
