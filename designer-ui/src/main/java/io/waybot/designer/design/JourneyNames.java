package io.waybot.designer.design;

import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.journey.JourneyRow;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What journeys are called, for pages that know them by their key. */
@Component
public class JourneyNames {
  private final JourneyList journeys;
  private final JourneyWords words;
  private final CurrentUser user;

  JourneyNames(JourneyList journeys, JourneyWords words, CurrentUser user) {
    this.journeys = journeys;
    this.words = words;
    this.user = user;
  }

  /** By key, of the journeys that the person may see; others go by their key. */
  public Map<String, String> byKey() {
    return journeys.of(user.get()).stream()
        .collect(Collectors.toMap(JourneyRow::key, row -> words.name(row.nameZh(), row.nameEn())));
  }
}
