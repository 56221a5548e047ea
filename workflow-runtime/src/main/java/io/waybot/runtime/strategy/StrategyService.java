package io.waybot.runtime.strategy;

import io.waybot.bots.template.Choice;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTable;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What planners do with strategy tables of their own part of the organisation. */
@Service
public class StrategyService {
  private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final StrategyTables tables;
  private final StrategyCheck check;
  private final StrategyFiles files;
  private final Channels channels;
  private final OrgUnits units;
  private final AuditLog audit;
  private final CurrentUser user;

  StrategyService(
      StrategyTables tables,
      StrategyCheck check,
      StrategyFiles files,
      Channels channels,
      OrgUnits units,
      AuditLog audit,
      CurrentUser user) {
    this.tables = tables;
    this.check = check;
    this.files = files;
    this.channels = channels;
    this.units = units;
    this.audit = audit;
    this.user = user;
  }

  /** The tables of the reader's part, and those that units above share. */
  public List<StrategyTable> visible() {
    var by = reader();
    return tables.all().stream().filter(table -> sees(by, table)).toList();
  }

  /** The rows of a version. */
  public List<StrategyRow> rows(StrategyTable table, int version) {
    reader();
    return tables.rows(table.code(), version).stream().map(StrategyRow::of).toList();
  }

  public List<StrategyTables.Version> history(StrategyTable table) {
    reader();
    return tables.history(table.code());
  }

  /** What may stand in such a cell; null where it is typed. */
  public @Nullable List<Choice> choices(Cell cell, Locale language) {
    return check.choices(cell, language);
  }

  /** Everything that keeps the rows from being kept, cell by cell. */
  public List<CellFault> faults(List<StrategyRow> rows) {
    return check.check(rows).faults();
  }

  /** Codes of the channels whose strategies wait: they are kept and take part in no decision. */
  public Set<String> notConnected() {
    return channels.all().stream()
        .filter(channel -> !channel.connected())
        .map(Channel::code)
        .collect(Collectors.toSet());
  }

  /** The rows of a workbook, unchecked. */
  public List<StrategyRow> read(byte[] workbook) {
    planner();
    return files.read(workbook);
  }

  public byte[] write(List<StrategyRow> rows, boolean zh) {
    reader();
    return files.write(rows, zh);
  }

  /**
   * Keeps the rows as the table's next version.
   *
   * @throws ApiProblem 422 {@code strategy_faults}; 409 {@code strategy_changed} if somebody was
   *     faster; 404 if the table is not the planner's
   */
  @Transactional
  public StrategyTable save(StrategyTable seen, List<StrategyRow> rows, String note) {
    var by = planner();
    if (!by.scope().covers(units.get(seen.ownerOrg()))) {
      throw ApiProblem.notFound();
    }
    var sound = sound(rows);
    try {
      var saved = tables.replace(seen, sound, note, by.login());
      audit.append(by.login(), "strategy.save", seen.code(), "version " + saved.version());
      return saved;
    } catch (OptimisticLockingFailureException e) {
      throw new ApiProblem(HttpStatus.CONFLICT, "strategy_changed");
    }
  }

  /**
   * A new table of the planner's unit.
   *
   * @throws ApiProblem 422 {@code strategy_code}, {@code strategy_faults}; 409 {@code
   *     strategy_taken}
   */
  @Transactional
  public StrategyTable create(String code, String nameZh, String nameEn, List<StrategyRow> rows) {
    var by = planner();
    if (!code.matches(CODE) || nameZh.isBlank() || nameEn.isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "strategy_code");
    }
    if (tables.find(code).isPresent()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "strategy_taken");
    }
    var table = tables.create(code, nameZh, nameEn, by.unit().code(), sound(rows), by.login());
    audit.append(by.login(), "strategy.create", code, null);
    return table;
  }

  private List<Strategy> sound(List<StrategyRow> rows) {
    var result = check.check(rows);
    if (!result.faults().isEmpty()) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_CONTENT, "strategy_faults", result.faults().size());
    }
    return result.rows();
  }

  private boolean sees(SignedIn by, StrategyTable table) {
    var owner = units.get(table.ownerOrg());
    return by.scope().covers(owner) || owner.covers(by.unit());
  }

  private SignedIn reader() {
    return user.with(Role.PLANNER, Role.APPROVER);
  }

  private SignedIn planner() {
    return user.with(Role.PLANNER);
  }
}
