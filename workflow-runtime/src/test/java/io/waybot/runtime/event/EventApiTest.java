package io.waybot.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.event.CustomerEvents;
import io.waybot.db.event.EventTypes;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

class EventApiTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource
  void takesEachEventOnceAndCountsThoseOfStrangers(TestDatabase kind) {
    var bank = bank(kind);
    var api = api(bank);
    signIn(Role.WORLD);
    var batch =
        new EventApi.Batch(
            List.of(
                item("1", "C1", "E21", Map.of("product", "P07")),
                item("2", "C9", "E21", null),
                item("1", "C1", "E21", null)));

    var first = api.receive(batch);
    var again = api.receive(batch);

    assertThat(first).isEqualTo(new CustomerEvents.Counts(1, 1, 1));
    assertThat(again).isEqualTo(new CustomerEvents.Counts(0, 2, 1));
    assertThat(
            bank.bean(CustomerEvents.class)
                .of("E21", NOON.minusSeconds(60), NOON.plusSeconds(60))
                .toArray())
        .containsExactly(7);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatTheCatalogueDoesNotKnowAndWhoMayNotTell(TestDatabase kind) {
    var api = api(bank(kind));
    signIn(Role.WORLD);

    assertThatThrownBy(() -> api.receive(new EventApi.Batch(List.of(item("1", "C1", "E99", null)))))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("event_unknown"));
    assertThatThrownBy(() -> api.receive(new EventApi.Batch(List.of(item("", "C1", "E21", null)))))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("event_incomplete"));
    signIn(Role.PLANNER);
    assertThatThrownBy(() -> api.receive(new EventApi.Batch(List.of())))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.status().value()).isEqualTo(403));
  }

  private static EventApi.Item item(
      String id, String customer, String code, @Nullable Map<String, Object> attributes) {
    return new EventApi.Item(id, customer, code, NOON, BigDecimal.TEN, attributes);
  }

  private static TestStores bank(TestDatabase kind) {
    var bank = new TestStores(kind.open(), Clock.fixed(NOON, ZoneId.of("Asia/Shanghai")));
    bank.bean(CustomerEvents.class);
    bank.bean(EventTypes.class);
    bank.db()
        .batch()
        .update("insert into customer (number, customer_key, org_code) values (7, 'C1', '1101')");
    bank.db()
        .batch()
        .update(
            "insert into event_type (code, kind, name_zh, name_en) values ('E21', 'EVENT', 'x',"
                + " 'x')");
    return bank;
  }

  private static EventApi api(TestStores bank) {
    return new EventApi(
        bank.bean(CustomerEvents.class),
        bank.bean(EventTypes.class),
        new CurrentUser(),
        bank.bean(JsonMapper.class));
  }

  private static void signIn(Role role) {
    var person =
        new Person(
            "w",
            "w",
            "w",
            "00",
            "x",
            Person.Kind.TECHNICAL,
            "zh",
            null,
            0,
            false,
            true,
            Set.of(role));
    var who = new SignedIn(person, HEAD);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
  }
}
