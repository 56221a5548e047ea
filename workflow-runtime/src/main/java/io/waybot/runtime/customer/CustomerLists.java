package io.waybot.runtime.customer;

import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.Masked;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/** Opens the list behind a count, as far as the reader's organisation reaches. */
@Service
public class CustomerLists {
  private static final List<String> PERSONAL = List.of("surname_zh", "surname_en", "phone");
  private static final int PAGE = 2_000;
  private static final Set<String> CONTACTED = Set.of("sent", "handed");
  private final AudienceStore audiences;
  private final RobotSteps steps;
  private final CustomerStore customers;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;
  private final OrgUnits units;
  private final CurrentUser user;
  private final AuditLog audit;

  CustomerLists(
      AudienceStore audiences,
      RobotSteps steps,
      CustomerStore customers,
      CustomerColumns columns,
      DatasetCatalog catalog,
      OrgUnits units,
      CurrentUser user,
      AuditLog audit) {
    this.audiences = audiences;
    this.steps = steps;
    this.customers = customers;
    this.columns = columns;
    this.catalog = catalog;
    this.units = units;
    this.user = user;
    this.audit = audit;
  }

  /**
   * The sets of a run that the reader may open. Who is control is only shown to those who plan,
   * approve or analyse; others see no set by which it could be worked out: those made before the
   * arms were split, and who was really contacted.
   */
  public List<Audience> setsOf(UUID runId) {
    var sets = audiences.ofRun(runId);
    if (user.get().isAny(Role.PLANNER, Role.APPROVER, Role.ANALYST)) {
      return sets;
    }
    var early = stepsBeforeTheArms(runId);
    return sets.stream()
        .filter(set -> early.contains(set.stepId()) || CONTACTED.contains(set.name()))
        .toList();
  }

  private Set<UUID> stepsBeforeTheArms(UUID runId) {
    var all = steps.ofRun(runId);
    var split =
        all.stream()
            .filter(step -> step.robot().equals("split-arms"))
            .map(RobotStep::startedAt)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    return all.stream()
        .filter(step -> step.startedAt().isBefore(split))
        .map(RobotStep::id)
        .collect(Collectors.toSet());
  }

  /** The customers of a stored set that the reader may see. */
  public RoaringBitmap of(UUID audienceId) {
    return visible(audiences.load(audienceId));
  }

  /** Of these customers, those that the reader may see. */
  public RoaringBitmap visible(RoaringBitmap all) {
    return RoaringBitmap.and(all, customers.ofOrg(user.get().unit().code()));
  }

  /** One page in the order of customer numbers. */
  public List<MaskedCustomer> page(RoaringBitmap all, int offset, int limit) {
    var page = customers.page(visible(all), offset, limit);
    var personal = personal(page);
    var named = units.all().stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
    return page.stream()
        .map(customer ->
            masked(customer, personal.get(customer.number()), named.get(customer.org())))
        .toList();
  }

  /**
   * Writes the customers that the reader may see as CSV, masked as on the screen; who took which
   * list is kept.
   *
   * @param title what the customers have in common
   */
  public void export(RoaringBitmap all, String title, boolean chinese, OutputStream out)
      throws IOException {
    var visible = visible(all);
    int count = visible.getCardinality();
    audit.append(user.get().login(), "customers.export", title, count + " customers");
    try (var csv = new MaskedCsv(out, chinese)) {
      for (int offset = 0; offset < count; offset += PAGE) {
        csv.write(page(visible, offset, PAGE));
      }
    }
  }

  private Map<Integer, String[]> personal(List<Customer> page) {
    var found = new HashMap<Integer, String[]>();
    var known =
        PERSONAL.stream()
            .filter(column -> catalog.find(Dataset.CUSTOMERS).isPresent())
            .filter(column -> catalog.has(Dataset.CUSTOMERS, column))
            .toList();
    if (known.isEmpty() || page.isEmpty()) {
      return found;
    }
    var wanted = new RoaringBitmap();
    page.forEach(customer -> wanted.add(customer.number()));
    columns.scan(
        Dataset.CUSTOMERS,
        known,
        wanted,
        row -> {
          var values = new String[PERSONAL.size()];
          for (int i = 0; i < known.size(); i++) {
            values[PERSONAL.indexOf(known.get(i))] = row.text(i);
          }
          found.put(row.customer(), values);
        });
    return found;
  }

  private static MaskedCustomer masked(
      Customer customer, String @Nullable [] personal, @Nullable OrgUnit unit) {
    return new MaskedCustomer(
        customer.key(),
        Masked.name(personal == null ? null : personal[0]),
        Masked.name(personal == null ? null : personal[1]),
        customer.org(),
        unit == null ? "" : unit.nameZh(),
        unit == null ? "" : unit.nameEn(),
        Masked.phone(personal == null ? null : personal[2]),
        customer.homeStaff());
  }
}
