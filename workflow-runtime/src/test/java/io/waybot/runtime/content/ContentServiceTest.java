package io.waybot.runtime.content;

import static io.waybot.runtime.access.Refusal.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.lint.LintDesk;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.language.Spoken;
import io.waybot.runtime.wording.ContentWording;
import io.waybot.runtime.wording.Remark;
import io.waybot.runtime.wording.WordingLint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ContentServiceTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");

  private static LintDesk desk;

  @BeforeAll
  static void rules() {
    desk = new LintDesk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource
  void aContentIsItsWritersUnitsAndOnlyThatUnitChangesIt(TestDatabase database) {
    var service = service(database);
    signIn(HEAD);
    var ours = service.save(content("C01", "x"), 0);
    signIn(EAST);
    var theirs = service.save(content("C02", "x"), 0);

    refuses("content_foreign", () -> service.save(content("C01", "y"), 1));
    refuses("content_exists", () -> service.save(content("C02", "y"), 0));
    signIn(HEAD);
    var changed = service.save(content("C02", "y"), 1);

    assertThat(ours.ownerOrg()).isEqualTo("00");
    assertThat(theirs.ownerOrg()).isEqualTo("11");
    assertThat(changed.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void productsAndScriptsAreWrittenAtTheHeadOffice(TestDatabase database) {
    var service = service(database);
    var script = new Scripts.Script("SC09", "话术", "Script", "说", "Say", null, null);
    signIn(EAST);

    refuses("head_office_only", () -> service.save(product("DEPOSIT", null), true));
    refuses("head_office_only", () -> service.save(script, true));
    assertThat(service.mayChangeCatalogue()).isFalse();
    signIn(HEAD);
    refuses("product_incomplete", () -> service.save(product("FUND", null), true));
    service.save(product("FUND", 3), true);
    service.save(script, true);
    refuses("content_exists", () -> service.save(product("FUND", 3), true));
    service.save(product("FUND", 4), false);

    assertThat(service.products()).extracting(Product::riskLevel).containsExactly(4);
    assertThat(service.scripts()).containsExactly(script);
  }

  @ParameterizedTest
  @EnumSource
  void wordsThatMayNotGoOutAreNotKept(TestDatabase database) {
    var service = service(database);
    signIn(HEAD);
    var promising = content("C03", "保本保息,稳赚不赔");

    assertThatThrownBy(() -> service.save(promising, 0))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("content_wording");
              var why = (Spoken) problem.arguments()[0];
              assertThat(why.in(Locale.SIMPLIFIED_CHINESE)).contains("C03");
              assertThat(why.in(Locale.ENGLISH)).contains("C03");
            });
    assertThat(service.contents()).isEmpty();
    assertThat(service.remarks(promising)).anyMatch(Remark::error);
  }

  private static ContentService service(TestDatabase database) {
    var db = database.open();
    var clock = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);
    var stores = new TestStores(db, clock);
    stores.add(desk.bean(WordingLint.class));
    List.of(
            Contents.class,
            Products.class,
            Scripts.class,
            Disclaimers.class,
            Phrases.class,
            ContentWording.class,
            OrgUnits.class,
            AuditLog.class,
            CurrentUser.class)
        .forEach(stores::bean);
    stores.bean(OrgUnits.class).save(HEAD);
    stores.bean(OrgUnits.class).save(EAST);
    return stores.bean(ContentService.class);
  }

  private static void signIn(OrgUnit unit) {
    var person =
        new Person(
            "planner",
            "策划",
            "Planner",
            unit.code(),
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            true,
            true,
            Set.of(Role.PLANNER));
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(new SignedIn(person, unit), null));
  }

  private static ContentDraft content(String code, String body) {
    var text = new Content.Text("t", body);
    return new ContentDraft(
        code, null, "00", "MARKETING", null, null, null, Map.of("zh", text, "en", text));
  }

  private static Product product(String productClass, @Nullable Integer risk) {
    return new Product(
        "P99",
        "产品",
        "Product",
        productClass,
        null,
        null,
        null,
        risk,
        null,
        BigDecimal.TEN,
        null,
        false,
        true);
  }
}
