package io.waybot.designer.design;

import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneySettings.Schedule;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How journeys are spoken of on the screens. */
@Component
public class JourneyWords {
  private final Texts texts;

  JourneyWords(Texts texts) {
    this.texts = texts;
  }

  /** The journey's name in the language of the screen. */
  public String name(Journey journey) {
    return name(journey.nameZh(), journey.nameEn());
  }

  public String name(String zh, String en) {
    return Texts.isChinese(Texts.language()) ? zh : en;
  }

  /**
   * What a journey is up to: {@code 草稿 v4}, {@code 运行中 v3}.
   *
   * @param version number of the newest version
   */
  public String state(
      VersionState state,
      int version,
      @Nullable Integer liveVersion,
      boolean paused,
      boolean retired) {
    if (state == VersionState.LIVE && paused) {
      return texts.get("journey.state.PAUSED");
    }
    if (retired && state == VersionState.RETIRED) {
      return texts.get("journey.state.RETIRED");
    }
    return texts.get("journey.state." + state, version);
  }

  /** The chip's colour for {@link #state}. */
  public String tone(VersionState state, boolean paused) {
    return switch (state) {
      case LIVE -> paused ? "amber" : "green";
      case SUBMITTED, APPROVED -> "amber";
      case DRAFT, RETIRED -> "";
    };
  }

  /** {@code 每个营业日 09:00}, or that it is started by hand. */
  public String schedule(@Nullable Schedule schedule) {
    return schedule == null
        ? texts.get("journey.byHand")
        : texts.get("journey.every." + schedule.days(), Formats.time(schedule.time()));
  }
}
