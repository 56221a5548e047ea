package io.waybot.runtime.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.audience.Audience;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.StepDeliveries;
import io.waybot.db.run.StepDelivery;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.clock.TickingClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class CustomerListsTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000000e");

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource
  void nothingAManagerOrAdministratorOpensTellsWhoIsControl(TestDatabase database) {
    var bank = new ABank(database);

    for (var role : Set.of(Role.MANAGER, Role.ADMIN, Role.STAFF)) {
      signIn(role, HEAD);
      assertThat(bank.lists.setsOf(bank.run))
          .extracting(CustomerListsTest::name)
          .containsExactlyInAnyOrder("audience", "allowed", "removed CAP", "sent");
    }
    for (var role : Set.of(Role.PLANNER, Role.APPROVER, Role.ANALYST)) {
      signIn(role, HEAD);
      assertThat(bank.lists.setsOf(bank.run))
          .extracting(CustomerListsTest::name)
          .contains("control", "treatment", "scored", "notChosen CAPACITY", "silent");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListHoldsTheReadersOwnCustomersMasked(TestDatabase database) {
    var bank = new ABank(database);
    var everybody = RoaringBitmap.bitmapOf(1, 2, 3);

    signIn(Role.PLANNER, EAST);

    assertThat(bank.lists.visible(everybody).toArray()).containsExactly(1, 2);
    assertThat(bank.lists.page(everybody, 0, 10))
        .extracting(MaskedCustomer::key)
        .containsExactly("C1", "C2");
  }

  @ParameterizedTest
  @EnumSource
  void aFileHoldsNoMoreThanTheScreenAndIsRemembered(TestDatabase database) throws IOException {
    var bank = new ABank(database);
    var file = new ByteArrayOutputStream();

    signIn(Role.PLANNER, EAST);
    bank.lists.export(RoaringBitmap.bitmapOf(1, 2, 3), "CAP", false, file);

    assertThat(file.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("C1,"))
        .noneMatch(line -> line.startsWith("C3,"));
    assertThat(
            bank.stores
                .db()
                .sql()
                .sql("select detail from audit_entry where act = 'customers.export'")
                .query(String.class)
                .list())
        .containsExactly("2 customers");
  }

  private static String name(Audience set) {
    return set.ruleCode() == null ? set.name() : set.name() + " " + set.ruleCode();
  }

  private static void signIn(Role role, OrgUnit unit) {
    var person =
        new Person(
            "someone",
            "某人",
            "Someone",
            unit.code(),
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            true,
            true,
            Set.of(role));
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(new SignedIn(person, unit), null));
  }

  /** One run with a set of every kind, and customers of two branches. */
  private static final class ABank {
    private final CustomerLists lists;
    private final UUID run;
    private final TestStores stores;
    private final StepDeliveries deliveries;
    private long key = 100;

    ABank(TestDatabase database) {
      var db = database.open();
      var clock = new TickingClock();
      stores = new TestStores(db, clock);
      run = ARun.aRun(db.sql(), ARun.aJourney(db.sql(), "deposit_daily", "<bpmn/>"));
      stores.org("11", "00");
      stores.org("13", "00");
      for (int n = 1; n <= 3; n++) {
        db.batch()
            .update(
                "insert into customer (number, customer_key, org_code) values (?, ?, ?)",
                n,
                "C" + n,
                n == 3 ? "13" : "11");
      }
      deliveries = new StepDeliveries(db.sql(), clock);
      stores.bean(RobotSteps.class);
      stores.bean(CurrentUser.class);
      stores.bean(OrgUnits.class);
      stores.bean(AuditLog.class);
      lists = stores.bean(CustomerLists.class);
      set(step("pull", "pull-audience"), "audience", null);
      var policy = step("policy", "filter-by-policy");
      set(policy, "allowed", null);
      set(policy, "removed", "CAP");
      var arms = step("arms", "split-arms");
      set(arms, "control", null);
      set(arms, "treatment", null);
      set(step("score", "score-audience"), "scored", null);
      set(step("decide", "decide-treatments"), "notChosen", "CAPACITY");
      set(step("push", "dispatch"), "sent", null);
      set(step("split", "split-by-response"), "silent", null);
    }

    private UUID step(String element, String robot) {
      return deliveries.deliver(new StepDelivery(run, ENGINE, key++, element, robot, key)).id();
    }

    private void set(UUID step, String name, @Nullable String rule) {
      stores
          .audiences()
          .save(new NewAudience(run, step, "e", name, rule, null), RoaringBitmap.bitmapOf(1, 2, 3));
    }
  }
}
