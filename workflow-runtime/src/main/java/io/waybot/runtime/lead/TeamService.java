package io.waybot.runtime.lead;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** A manager's view of leads: one level down, always closing with the level above. */
@Service
public class TeamService {
  private static final String COUNTS =
      "count(*) filter (where l.state = 'OPEN'), count(*) filter (where l.state = 'DONE'), count(*)"
          + " filter (where l.state = 'EXPIRED'), count(*) filter (where l.state = 'OPEN' and"
          + " l.due_on < ?), count(*) filter (where l.outcome in ('BOUGHT', 'INTERESTED'))";

  private final OrgUnits units;
  private final JdbcTemplate sql;
  private final CurrentUser user;
  private final Clock clock;

  TeamService(OrgUnits units, JdbcTemplate sql, CurrentUser user, Clock clock) {
    this.units = units;
    this.sql = sql;
    this.user = user;
    this.clock = clock;
  }

  /** The manager's own unit. */
  public TeamBoard board() {
    return board(user.with(Role.MANAGER).unit().code());
  }

  /**
   * A unit within the manager's reach: leads that are open, or given out within the last 30 days.
   *
   * @throws ApiProblem 404 if it is not
   */
  public TeamBoard board(String org) {
    var who = user.with(Role.MANAGER);
    var unit = units.find(org).filter(who.scope()::covers).orElseThrow(ApiProblem::notFound);
    var rows = new ArrayList<TeamBoard.Row>();
    var children = units.children(unit);
    if (children.isEmpty()) {
      rows.addAll(people(unit));
    } else {
      children.forEach(child -> rows.add(unit(child)));
    }
    rows.add(row(null, null, null, "o.path like ? and l.staff_login is null", unit.path() + "%"));
    return new TeamBoard(
        org,
        LocalDate.now(clock),
        row(null, null, null, "o.path like ?", unit.path() + "%"),
        List.copyOf(rows));
  }

  /** Whether a board of this unit has people as its rows, not units. */
  public boolean isOfPeople(String org) {
    return units.children(units.get(org)).isEmpty();
  }

  private TeamBoard.Row unit(OrgUnit child) {
    return row(
        child.code(),
        child.nameZh(),
        child.nameEn(),
        "o.path like ? and l.staff_login is not null",
        child.path() + "%");
  }

  /** Those who take leads or have one. */
  private List<TeamBoard.Row> people(OrgUnit unit) {
    record Colleague(String login, String zh, String en) {}
    return sql
        .query(
            "select login, name_zh, name_en from app_user where (org_code = ? and leads_per_day >"
                + " 0) or login in (select staff_login from lead where org_code = ?) order by"
                + " login",
            (row, i) -> new Colleague(row.getString(1), row.getString(2), row.getString(3)),
            unit.code(),
            unit.code())
        .stream()
        .map(person ->
            row(
                person.login(),
                person.zh(),
                person.en(),
                "l.org_code = ? and l.staff_login = ?",
                unit.code(),
                person.login()))
        .toList();
  }

  private TeamBoard.Row row(
      @Nullable String code,
      @Nullable String zh,
      @Nullable String en,
      String condition,
      String... values) {
    var today = LocalDate.now(clock);
    var since = today.minusDays(30).atStartOfDay(clock.getZone()).toOffsetDateTime();
    var parameters = new ArrayList<Object>(List.of(today, since));
    parameters.addAll(List.of(values));
    var found =
        sql.query(
            "select "
                + COUNTS
                + " from lead l join org_unit o on o.code = l.org_code where (l.state = 'OPEN' or"
                + " l.created_at >= ?) and "
                + condition,
            (row, i) -> counted(code, zh, en, row),
            parameters.toArray());
    return found.getFirst();
  }

  private static TeamBoard.Row counted(
      @Nullable String code, @Nullable String zh, @Nullable String en, ResultSet row)
      throws SQLException {
    return new TeamBoard.Row(
        code, zh, en, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
  }
}
