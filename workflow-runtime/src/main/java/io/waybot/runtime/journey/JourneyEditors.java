package io.waybot.runtime.journey;

import io.waybot.db.bank.People;
import io.waybot.db.journey.EditorTable;
import io.waybot.db.journey.OpenEditor;
import io.waybot.runtime.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who draws on which journey at this moment. */
@Component
public class JourneyEditors {
  /** Browsers let a hidden page speak once a minute only. */
  private static final Duration GONE_AFTER = Duration.ofSeconds(90);

  private final EditorTable editors;
  private final JourneyAccess access;
  private final People people;

  JourneyEditors(EditorTable editors, JourneyAccess access, People people) {
    this.editors = editors;
    this.access = access;
    this.people = people;
  }

  /**
   * Somebody else at the same journey.
   *
   * @param self the same person in another window
   */
  public record Other(String nameZh, String nameEn, Instant since, boolean self) {
    public String name(Locale language) {
      return language.getLanguage().equals("en") ? nameEn : nameZh;
    }
  }

  /**
   * Says that an open designer is still there.
   *
   * @param tab one per open designer
   * @return the others, who came first comes first
   */
  public List<Other> seen(UUID journeyId, UUID tab, SignedIn by) {
    var journey = access.get(journeyId, by).id();
    editors.seen(journey, tab, by.login(), GONE_AFTER);
    return editors.others(journey, tab).stream().map(open -> other(open, by)).toList();
  }

  public void left(UUID journeyId, UUID tab) {
    editors.left(journeyId, tab);
  }

  private Other other(OpenEditor open, SignedIn by) {
    var self = open.login().equals(by.login());
    return people
        .find(open.login())
        .map(person -> new Other(person.nameZh(), person.nameEn(), open.since(), self))
        .orElseGet(() -> new Other(open.login(), open.login(), open.since(), self));
  }
}
