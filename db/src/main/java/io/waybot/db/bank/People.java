package io.waybot.db.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who can sign in, with their roles and their place in the organisation. */
@Component
public class People {
  private static final String SELECT =
      "select u.login, u.name_zh, u.name_en, u.org_code, u.password_hash, u.kind, u.language,"
          + " u.duty, u.leads_per_day, u.demo, u.active from app_user u";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  People(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public Optional<Person> find(String login) {
    return sql.sql(SELECT + " where u.login = ?").param(login).query(this::person).optional();
  }

  /** Active persons of the unit and everything below it who hold the role, by login. */
  public List<Person> withRole(Role role, OrgUnit top) {
    return sql.sql(
            SELECT
                + " join app_user_role r on r.login = u.login join org_unit o on o.code ="
                + " u.org_code where r.role = ? and o.path like ? and u.active and u.kind ="
                + " 'PERSON' order by u.login")
        .params(role.name(), top.path() + "%")
        .query(this::person)
        .list();
  }

  public List<Person> all() {
    return sql.sql(SELECT + " order by u.login").query(this::person).list();
  }

  /** Adds the person, or replaces everything known of them. */
  @Transactional
  public void save(Person person) {
    int changed =
        writes.update(
            "update app_user set name_zh=?, name_en=?, org_code=?, password_hash=?, kind=?,"
                + " language=?, duty=?, leads_per_day=?, demo=?, active=? where login=?",
            columns(person));
    if (changed == 0) {
      writes.update(
          "insert into app_user (name_zh, name_en, org_code, password_hash, kind, language, duty,"
              + " leads_per_day, demo, active, login) values (?,?,?,?,?,?,?,?,?,?,?)",
          columns(person));
    }
    sql.sql("delete from app_user_role where login = ?").param(person.login()).update();
    for (var role : person.roles()) {
      sql.sql("insert into app_user_role (login, role) values (?, ?)")
          .params(person.login(), role.name())
          .update();
    }
  }

  private static Object[] columns(Person person) {
    var columns = new ArrayList<Object>();
    columns.add(person.nameZh());
    columns.add(person.nameEn());
    columns.add(person.orgCode());
    columns.add(person.passwordHash());
    columns.add(person.kind().name());
    columns.add(person.language());
    columns.add(person.duty());
    columns.add(person.leadsPerDay());
    columns.add(person.demo());
    columns.add(person.active());
    columns.add(person.login());
    return columns.toArray();
  }

  private Person person(ResultSet row, int i) throws SQLException {
    var login = row.getString(1);
    return new Person(
        login,
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Person.Kind.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getInt(9),
        row.getBoolean(10),
        row.getBoolean(11),
        rolesOf(login));
  }

  private Set<Role> rolesOf(String login) {
    var roles = EnumSet.noneOf(Role.class);
    sql.sql("select role from app_user_role where login = ?")
        .param(login)
        .query(String.class)
        .list()
        .forEach(name -> roles.add(Role.valueOf(name)));
    return roles;
  }
}
