package io.waybot.db.run;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run with everything it hangs on, written by SQL: journey, version, organisation unit. */
public final class ARun {
  public static final LocalDate DATE = LocalDate.of(2026, 11, 20);

  private ARun() {}

  /** Inserts a journey with one LIVE version of this BPMN and answers (journey, version). */
  public static Journey aJourney(JdbcClient sql, String key, String bpmn) {
    var journey = UUID.randomUUID();
    var version = UUID.randomUUID();
    sql.sql(
            "insert into org_unit (code, level, name_zh, name_en, path) values"
                + " ('00','HEAD_OFFICE','总行','Head office','/00/') on conflict do nothing")
        .update();
    sql.sql(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " live_version_id, experiment_salt, created_at, version) values"
                + " (?,?,?,?,'00','planner',?,?,timestamp with time zone '2026-11-01 00:00:00Z',0)")
        .params(journey, key, key, key, version, key)
        .update();
    sql.sql(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) values (?,?,1,1,'LIVE',?,'{}','planner',timestamp"
                + " with time zone '2026-11-01 00:00:00Z')")
        .params(version, journey, bpmn)
        .update();
    return new Journey(journey, version, key);
  }

  /** Inserts a RUNNING run of it. */
  public static UUID aRun(JdbcClient sql, Journey journey) {
    var id = UUID.randomUUID();
    sql.sql(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?,?,?,?,'DAILY',1,'RUNNING',?,'{}','test', timestamp with time"
                + " zone '2026-11-20 01:00:00Z', timestamp with time zone '2026-11-20 01:00:00Z',"
                + " 0)")
        .params(id, journey.id(), journey.versionId(), DATE, id)
        .update();
    return id;
  }

  public record Journey(UUID id, UUID versionId, String key) {}
}
