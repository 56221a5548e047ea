package io.waybot.runtime.journey.risk;

import io.waybot.db.content.Contents;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.RobotUse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What no approver has seen before: wordings and channels that no signed version uses. */
@Component
class Novelties {
  private final JdbcClient sql;
  private final JourneyLinter linter;
  private final Contents contents;

  Novelties(JdbcClient sql, JourneyLinter linter, Contents contents) {
    this.sql = sql;
    this.linter = linter;
    this.contents = contents;
  }

  record Found(Set<String> contents, Set<String> channels) {}

  Found in(String bpmn) {
    var signed = signed();
    var newContents = new TreeSet<>(linter.contents(bpmn));
    newContents.removeIf(code -> signed.stream().anyMatch(one -> shows(one, code)));
    var newChannels = channels(linter.robots(bpmn));
    signed.forEach(one -> newChannels.removeAll(channels(linter.robots(one.bpmn))));
    // with nothing signed yet every channel is as new as the bank itself
    return new Found(newContents, signed.isEmpty() ? Set.of() : newChannels);
  }

  private record Signed(String bpmn, Instant submittedAt) {}

  private List<Signed> signed() {
    return sql.sql(
            "select bpmn, submitted_at from journey_version where submitted_at is not null"
                + " and state in ('APPROVED', 'LIVE', 'RETIRED') order by submitted_at desc")
        .query((row, i) -> new Signed(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  /** The version names the content, and its words have not changed since. */
  private boolean shows(Signed version, String code) {
    return version.bpmn.contains(code)
        && linter.contents(version.bpmn).contains(code)
        && contents
            .find(code)
            .filter(content -> !content.changedAt().isAfter(version.submittedAt))
            .isPresent();
  }

  private static Set<String> channels(List<RobotUse> robots) {
    var channels = new TreeSet<String>();
    for (var robot : robots) {
      if (robot.is("dispatch")) {
        channels.add(robot.input("channel"));
      } else if (robot.is("create-leads")) {
        channels.add("branch");
      }
    }
    return channels;
  }
}
