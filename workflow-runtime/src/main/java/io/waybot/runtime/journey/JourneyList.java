package io.waybot.runtime.journey;

import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journeys of somebody's part of the organisation, at a glance. */
@Component
public class JourneyList {
  private static final String SELECT =
      """
      select j.id, j.journey_key, j.name_zh, j.name_en, j.owner_org, j.owner_login,
             v.version_no, v.state, v.revision, v.saved_at, live.version_no, j.paused, j.retired,
             coalesce(live.settings, v.settings)
      from journey j
      join org_unit o on o.code = j.owner_org
      join journey_version v on v.journey_id = j.id
       and v.version_no = (select max(n.version_no) from journey_version n where n.journey_id = j.id)
      left join journey_version live on live.id = j.live_version_id
      where o.path like ?
      order by j.journey_key
      """;

  private final JdbcClient sql;

  JourneyList(JdbcClient sql) {
    this.sql = sql;
  }

  public List<JourneyRow> of(SignedIn person) {
    return sql.sql(SELECT).param(person.scope().like()).query(this::row).list();
  }

  private JourneyRow row(ResultSet row, int i) throws SQLException {
    var id = row.getObject(1, UUID.class);
    return new JourneyRow(
        id,
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        VersionState.valueOf(row.getString(8)),
        row.getInt(9) + 1,
        row.getTimestamp(10).toInstant(),
        row.getObject(11, Integer.class),
        row.getBoolean(12),
        row.getBoolean(13),
        JourneySettings.fromJson(row.getString(14)).schedule(),
        lastRun(id));
  }

  private JourneyRow.@Nullable LastRun lastRun(UUID journeyId) {
    return sql.sql(
            "select id, business_date, state from run where journey_id = ? and kind <> 'REHEARSAL'"
                + " order by started_at desc limit 1")
        .param(journeyId)
        .query((row, i) ->
            new JourneyRow.LastRun(
                row.getObject(1, UUID.class), row.getDate(2).toLocalDate(), row.getString(3)))
        .optional()
        .orElse(null);
  }
}
