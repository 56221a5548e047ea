package io.waybot.db.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation tree. */
@Component
public class OrgUnits {
  private static final String SELECT =
      "select code, parent_code, level, name_zh, name_en, path from org_unit";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  OrgUnits(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public Optional<OrgUnit> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(OrgUnits::unit).optional();
  }

  /**
   * @throws IllegalArgumentException if there is no such unit
   */
  public OrgUnit get(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("no organisation unit " + code));
  }

  /** The unit and everything below it, parents before children. */
  public List<OrgUnit> subtree(OrgUnit top) {
    return sql.sql(SELECT + " where path like ? order by path")
        .param(top.path() + "%")
        .query(OrgUnits::unit)
        .list();
  }

  /** The units one level down. */
  public List<OrgUnit> children(OrgUnit parent) {
    return sql.sql(SELECT + " where parent_code = ? order by code")
        .param(parent.code())
        .query(OrgUnits::unit)
        .list();
  }

  public List<OrgUnit> all() {
    return sql.sql(SELECT + " order by path").query(OrgUnits::unit).list();
  }

  /** Adds the unit, or renames it when it is there already; a unit never moves. */
  public void save(OrgUnit unit) {
    int renamed =
        sql.sql("update org_unit set name_zh = ?, name_en = ? where code = ?")
            .params(unit.nameZh(), unit.nameEn(), unit.code())
            .update();
    if (renamed == 0) {
      writes.update(
          "insert into org_unit (code, parent_code, level, name_zh, name_en, path)"
              + " values (?,?,?,?,?,?)",
          unit.code(),
          unit.parentCode(),
          unit.level().name(),
          unit.nameZh(),
          unit.nameEn(),
          unit.path());
    }
  }

  private static OrgUnit unit(ResultSet row, int i) throws SQLException {
    return new OrgUnit(
        row.getString(1),
        row.getString(2),
        OrgUnit.Level.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
