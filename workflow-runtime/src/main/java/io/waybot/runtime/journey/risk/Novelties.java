package io.waybot.runtime.journey.risk;

import io.waybot.db.content.Content;
import io.waybot.runtime.journey.lint.JourneyLinter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What no approver has seen before: wordings and channels that no signed version uses. */
@Component
class Novelties {
  private final JdbcClient sql;
  private final JourneyLinter linter;
  private final DrawnContents contents;

  Novelties(JdbcClient sql, JourneyLinter linter, DrawnContents contents) {
    this.sql = sql;
    this.linter = linter;
    this.contents = contents;
  }

  record Found(Set<String> contents, Set<String> channels) {}

  Found in(String bpmn) {
    var newContents = new TreeMap<String, Content>();
    contents.of(bpmn).forEach(content -> newContents.put(content.code(), content));
    var newChannels = DrawnChannels.of(linter.robots(bpmn));
    var signed = signed();
    for (var version : signed) {
      if (newContents.isEmpty() && newChannels.isEmpty()) {
        break;
      }
      contents
          .of(version.bpmn)
          .forEach(shown ->
              newContents.computeIfPresent(
                  shown.code(), (code, content) -> version.shows(content) ? null : content));
      newChannels.removeAll(DrawnChannels.of(linter.robots(version.bpmn)));
    }
    // with nothing signed yet every channel is as new as the bank itself
    return new Found(newContents.keySet(), signed.isEmpty() ? Set.of() : newChannels);
  }

  private record Signed(String bpmn, Instant submittedAt) {
    /** Its words have not changed since the approvers saw them. */
    boolean shows(Content content) {
      return !content.changedAt().isAfter(submittedAt);
    }
  }

  private List<Signed> signed() {
    return sql.sql(
            "select bpmn, submitted_at from journey_version where submitted_at is not null"
                + " and state in ('APPROVED', 'LIVE', 'RETIRED') order by submitted_at desc")
        .query((row, i) -> new Signed(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }
}
