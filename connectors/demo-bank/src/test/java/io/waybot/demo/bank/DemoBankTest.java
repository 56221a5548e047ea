package io.waybot.demo.bank;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Reads back the files, as an importer would. */
class DemoBankTest {
  private static final LocalDate D0 = LocalDate.of(2026, 11, 20);

  @TempDir static Path directory;
  private static Map<String, Map<String, String>> customers = Map.of();
  private static List<Map<String, String>> events = List.of();

  @BeforeAll
  static void write() throws IOException {
    DemoBank.write(50_000, D0, directory);
    customers = new HashMap<>();
    read("customers.csv").forEach(row -> customers.put(row.get("customer_no"), row));
    events = read("events.csv");
  }

  @Test
  void writesEveryCustomerOnceAndEveryEvent() throws IOException {
    assertThat(customers).hasSize(50_000).containsKeys("100001", "150000");
    assertThat(events).hasSize(22_465);
    assertThat(events.stream().map(e -> e.get("event_id")).distinct()).hasSize(22_465);
    assertThat(read("salaries.csv")).hasSize(30_000);
    assertThat(read("app_events.csv")).hasSize(31_000);
  }

  @Test
  void theEightNamedCustomersAreWhoTheDocumentsSay() {
    assertThat(name("103812")).isEqualTo("高俊 Gao Jun 1101");
    assertThat(name("100037")).isEqualTo("刘小龙 Liu Xiaolong 1101");
    assertThat(name("100542")).isEqualTo("孙丽 Sun Li 1101");
    assertThat(name("103269")).isEqualTo("刘俊 Liu Jun 1101");
    assertThat(name("107020")).isEqualTo("朱宇轩 Zhu Yuxuan 1101");
    assertThat(name("102027")).isEqualTo("郭超 Guo Chao 1101");
    assertThat(name("118521")).isEqualTo("罗宇轩 Luo Yuxuan 1101");
    assertThat(name("143299")).isEqualTo("吴婷 Wu Ting 1302");
    assertThat(customers.get("103812"))
        .containsEntry("home_rm", "staff")
        .containsEntry("deposit_views_30d", "8")
        .containsEntry("held_term_before", "true");
    assertThat(wantedBy(103_812)).containsExactly("T34", "T35");
    assertThat(wantedBy(143_299)).containsExactly("T42", "T43", "T44", "T46", "T47");
    assertThat(PopulationTest.heldOut(100_037)).isTrue();
    assertThat(customers.get("100542")).containsEntry("contacts_7d", "2");
    assertThat(customers.get("103269")).containsEntry("opted_out_channels", "*");
    assertThat(customers.get("107020")).containsEntry("personalised", "false");
  }

  @Test
  void thePaydaySegmentFindsTwelveThousand() {
    var since = D0.minusDays(5).atTime(9, 0).toString();
    var credited =
        events.stream()
            .filter(e -> e.get("code").equals("E01") && e.get("at").compareTo(since) >= 0)
            .map(e -> customers.get(e.get("customer_no")))
            .filter(c -> List.of("G5", "G6", "G7").contains(c.get("group_code")))
            .filter(c -> decimal(c, "demand_yuan") >= 1_000);

    assertThat(credited.collect(groupingBy(c -> c.get("group_code"), counting())))
        .isEqualTo(Map.of("G5", 2_400L, "G6", 6_600L, "G7", 3_000L));
  }

  @Test
  void exactlyTheDealtCustomersSatisfyAnEventsRule() {
    satisfies(
        "E01",
        c ->
            daysAgo(c, "last_salary_on") <= 5
                && !c.get("last_salary_on").equals(c.get("first_salary_on")));
    satisfies("E02", c -> daysAgo(c, "first_salary_on") <= 5);
    satisfies("E03", c -> decimal(c, "salary_yuan") >= 1.2 * decimal(c, "salary_avg_3m_yuan"));
    satisfies(
        "E04",
        c ->
            daysAgo(c, "bonus_on") <= 5
                && decimal(c, "bonus_yuan") >= 2 * decimal(c, "salary_yuan"));
    satisfies("E05", c -> daysAgo(c, "last_salary_on") >= 60 && daysAgo(c, "last_salary_on") <= 67);
    satisfies("E06", c -> !c.get("employer_code").equals(c.get("previous_employer_code")));
    satisfies("E07", c -> decimal(c, "salary_out_3d_percent") >= 80);
    satisfies("E08", c -> decimal(c, "max_out_3d_yuan") >= 50_000);
    satisfies("E09", c -> decimal(c, "max_in_3d_yuan") >= 50_000);
    satisfies("E10", c -> decimal(c, "demand_min_7d_yuan") >= 20_000);
    satisfies("E11", c -> decimal(c, "aum_yuan") <= .7 * decimal(c, "aum_30d_ago_yuan"));
    satisfies("E12", c -> decimal(c, "other_card_repaid_15d_yuan") >= 500);
    satisfies("E13", c -> daysAhead(c, "term_matures_on") <= 7);
    satisfies("E14", c -> daysAhead(c, "cd_matures_on") <= 30);
    satisfies("E15", c -> daysAhead(c, "wealth_matures_on") <= 7);
    satisfies(
        "E16", c -> daysAgo(c, "matured_idle_since") >= 3 && daysAgo(c, "matured_idle_since") <= 6);
    satisfies("E17", c -> daysAgo(c, "redeemed_on") <= 3);
    satisfies(
        "E23", c -> c.get("risk_state").equals("valid") && daysAhead(c, "risk_valid_until") <= 30);
    satisfies("E24", c -> daysAgo(c, "last_login_on") > 30 && daysAgo(c, "last_login_on") <= 60);
    satisfies("E25", c -> daysAgo(c, "first_login_on") <= 3);
    satisfies("E26", c -> c.get("has_card").equals("false") && decimal(c, "payments_30d") >= 10);
    satisfies(
        "E27", c -> daysAgo(c, "card_billed_on") <= 5 && decimal(c, "card_bill_yuan") >= 3_000);
    satisfies("E29", c -> birthdayIn(c) <= 7);
  }

  @Test
  void groupsFollowTheirRules() {
    assertThat(customers.values())
        .allSatisfy(c -> {
          double assets = decimal(c, "aum_yuan");
          boolean invests = c.get("has_wealth").equals("true") || c.get("has_fund").equals("true");
          switch (c.get("group_code")) {
            case "G1" -> assertThat(daysAgo(c, "last_salary_on")).isBetween(60.0, 365.0);
            case "G2" -> assertThat(daysAgo(c, "first_salary_on")).isLessThanOrEqualTo(90);
            case "G3" -> assertThat(assets).isGreaterThanOrEqualTo(500_000);
            case "G4" -> assertThat(assets >= 50_000 && assets < 500_000 && invests).isTrue();
            case "G5" -> assertThat(assets >= 50_000 && assets < 500_000 && !invests).isTrue();
            case "G6" ->
                assertThat(assets < 50_000 && decimal(c, "salary_kept_5d_percent") < 20).isTrue();
            case "G7" ->
                assertThat(assets < 50_000 && decimal(c, "salary_kept_5d_percent") >= 20).isTrue();
            default -> assertThat(c).containsEntry("last_salary_on", "");
          }
          assertThat(Period.between(LocalDate.parse(c.get("birth_date")), D0).getYears())
              .isEqualTo((int) decimal(c, "age"));
        });
  }

  @Test
  void theContactRulesColumnsCarryTheFates() {
    assertThat(having(c -> c.get("consent").equals("false"))).isEqualTo(2_500);
    assertThat(having(c -> c.get("personalised").equals("false"))).isEqualTo(1_000);
    assertThat(having(c -> !c.get("protected_reason").isEmpty())).isEqualTo(250);
    assertThat(having(c -> c.get("complaint_open").equals("true"))).isEqualTo(250);
    assertThat(having(c -> c.get("contacts_7d").equals("2"))).isEqualTo(3_750);
    assertThat(having(c -> !c.get("holds_products").isEmpty())).isEqualTo(3_000);
    assertThat(having(c -> c.get("opted_out_channels").equals("*"))).isEqualTo(750);
    assertThat(
            having(c ->
                c.get("phone").isEmpty()
                    && c.get("mail").isEmpty()
                    && c.get("device_id").isEmpty()))
        .isEqualTo(1_000);
    assertThat(customers.values())
        .allMatch(c -> c.get("phone").isEmpty() || c.get("phone").matches("100\\d{8}"));
  }

  @Test
  void thePastCampaignTeachesWhatTheDocumentsSay() throws IOException {
    var history = read("history.csv");

    assertThat(history).hasSize(12_000).allMatch(row -> row.get("pushed_on").equals("2026-10-21"));
    assertThat(history.stream().filter(row -> row.get("bought").equals("1")).count() / 12_000.0)
        .isCloseTo(.037, within(.0005));
    assertThat(history.getFirst().keySet()).doesNotContain("gender", "surname_zh", "employer_code");
  }

  @Test
  void everyFileHasAMappingThatFitsItsHeader() throws IOException {
    for (var file : List.of("customers", "history")) {
      var mapping =
          JsonMapper.builder().build().readTree(directory.resolve(file + ".mapping.json"));
      var mapped =
          mapping.path("columns").values().stream().map(c -> c.path("source").asString()).toList();

      assertThat(mapping.path("dataset").asString()).isEqualTo(file);
      assertThat(mapping.path("dataDate").asString()).isEqualTo("2026-11-19");
      assertThat(mapped).containsExactlyElementsOf(read(file + ".csv").getFirst().keySet());
    }
    assertThat(directory).isDirectoryContaining("glob:**app_events.mapping.json");
  }

  @Test
  void everyValueHasTheTypeOfItsColumn() {
    for (var column : Column.all()) {
      var pattern =
          switch (column.type()) {
            case INT -> "\\d*";
            case DECIMAL -> "(\\d+\\.\\d\\d)?";
            case BOOL -> "true|false";
            case DATE -> "(\\d{4}-\\d\\d-\\d\\d)?";
            case TEXT -> ".*";
          };
      assertThat(customers.values())
          .as(column.name())
          .allMatch(c -> c.get(column.name()).matches(pattern));
    }
  }

  @Test
  void nothingHappensInTheFutureAndADayLaterBringsItsShare(@TempDir Path later) throws IOException {
    var start = OffsetDateTime.parse("2026-11-20T09:00:00+08:00");
    DemoBank.of(50_000, D0).writeDay(1, later);
    var nextDay = read(later.resolve("events.csv"));

    assertThat(events).allMatch(e -> OffsetDateTime.parse(e.get("at")).isBefore(start));
    assertThat(nextDay.stream().filter(e -> e.get("code").equals("E01")))
        .hasSize(140 + 300 + 480 + 1_320 + 600)
        .allMatch(e -> e.get("at").startsWith("2026-11-20T"));
  }

  private static void satisfies(String event, Predicate<Map<String, String>> rule) {
    var dealt =
        events.stream()
            .filter(e -> e.get("code").equals(event))
            .map(e -> e.get("customer_no"))
            .collect(Collectors.toSet());
    var fits =
        customers.values().stream()
            .filter(rule)
            .map(c -> c.get("customer_no"))
            .collect(Collectors.toSet());
    assertThat(fits).as(event).isEqualTo(dealt);
  }

  private static String name(String number) {
    var c = customers.get(number);
    return c.get("surname_zh")
        + c.get("given_zh")
        + " "
        + c.get("surname_en")
        + " "
        + c.get("given_en")
        + " "
        + c.get("org_code");
  }

  private static List<String> wantedBy(int n) {
    return DemoBank.of(50_000, D0).profile(n).wantedBy.stream()
        .map(Catalogue.Strategy::code)
        .toList();
  }

  private static long having(Predicate<Map<String, String>> rule) {
    return customers.values().stream().filter(rule).count();
  }

  private static double decimal(Map<String, String> row, String column) {
    return row.get(column).isEmpty() ? Double.NaN : Double.parseDouble(row.get(column));
  }

  private static double daysAgo(Map<String, String> row, String column) {
    return -daysAhead(row, column);
  }

  /** NaN, which satisfies no comparison, where the date is empty. */
  private static double daysAhead(Map<String, String> row, String column) {
    return row.get(column).isEmpty()
        ? Double.NaN
        : LocalDate.parse(row.get(column)).toEpochDay() - D0.toEpochDay();
  }

  private static long birthdayIn(Map<String, String> row) {
    var birthday = LocalDate.parse(row.get("birth_date")).withYear(D0.getYear());
    var next = birthday.isBefore(D0) ? birthday.plusYears(1) : birthday;
    return next.toEpochDay() - D0.toEpochDay();
  }

  private static List<Map<String, String>> read(String file) throws IOException {
    return read(directory.resolve(file));
  }

  private static List<Map<String, String>> read(Path file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(file))) {
      return parser.stream().map(line -> line.toMap()).toList();
    }
  }
}
