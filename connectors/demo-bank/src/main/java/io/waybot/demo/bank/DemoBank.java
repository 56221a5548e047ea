package io.waybot.demo.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The invented bank. An instance is one generated population of a size, seen on its first business
 * date; the static methods read the shipped tables, which do not depend on either.
 */
public final class DemoBank {
  private final Population population;
  private final LocalDate firstDate;

  private DemoBank(int customers, LocalDate firstDate) {
    this.population = new Population(customers);
    this.firstDate = firstDate;
  }

  /**
   * @param customers 1,000 to 2,000,000; all counts scale from 50,000
   * @param firstDate D0: every date in the data is a fixed number of days before or after it
   */
  public static DemoBank of(int customers, LocalDate firstDate) {
    return new DemoBank(customers, firstDate);
  }

  /** Generates the bank and writes all its files, see {@link #write(Path)}. */
  public static void write(int customers, LocalDate firstDate, Path directory) throws IOException {
    of(customers, firstDate).write(directory);
  }

  /**
   * Writes {@code customers.csv}, {@code events.csv}, {@code salaries.csv}, {@code app_events.csv}
   * and {@code history.csv}: UTF-8, RFC 4180 with a header, ISO dates; beside each its import
   * mapping, as {@code customers.mapping.json}, with the day before D0 as data date. Rows are
   * streamed, in customer order.
   */
  public void write(Path directory) throws IOException {
    new BankFiles(this, directory).writeAll();
  }

  /**
   * Writes the files that arrive on a later day: events, salaries and app events of the day before
   * D0 + {@code day}.
   *
   * @param day at least 1
   */
  public void writeDay(int day, Path directory) throws IOException {
    new BankFiles(this, directory).writeDay(day);
  }

  public LocalDate firstDate() {
    return firstDate;
  }

  public int customers() {
    return population.scale.customers();
  }

  /**
   * @throws IllegalArgumentException if the bank has no such customer
   */
  public Customer customer(int number) {
    return profile(number).customer();
  }

  public Stream<Customer> allCustomers() {
    return population.numbers().mapToObj(this::customer);
  }

  /** Whether the customer is in {@code history.csv}. */
  public boolean pushedInPastCampaign(int number) {
    return profile(number).pushedBefore();
  }

  /** The customers of the starter journey's list that no contact rule removes. */
  public List<Customer> paydayCustomersFreeToContact() {
    return population
        .numbers()
        .filter(population::onPaydayList)
        .filter(n -> population.fate(n) == Fate.FREE)
        .mapToObj(this::customer)
        .toList();
  }

  Profile profile(int number) {
    int last = Population.FIRST + customers() - 1;
    if (number < Population.FIRST || number > last) {
      throw new IllegalArgumentException(
          "no customer " + number + ": numbers are " + Population.FIRST + " to " + last);
    }
    return new Profile(number, population, firstDate);
  }

  Population population() {
    return population;
  }

  public static List<Catalogue.OrgUnit> organisation() {
    return ShippedTable.read(
        "organisation.csv",
        r ->
            new Catalogue.OrgUnit(
                r.text("code"),
                r.optional("parent"),
                r.text("level"),
                r.text("zh"),
                r.text("en"),
                r.text("customers").isEmpty() ? 0 : r.number("customers")));
  }

  public static List<Catalogue.Person> people() {
    return ShippedTable.read(
        "people.csv",
        r ->
            new Catalogue.Person(
                r.text("account"),
                r.optional("rm"),
                r.text("zh"),
                r.text("en"),
                r.text("role"),
                r.text("org"),
                r.text("shows")));
  }

  public static List<Catalogue.CustomerGroup> groups() {
    return ShippedTable.read(
        "groups.csv",
        r ->
            new Catalogue.CustomerGroup(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.text("rule_zh"),
                r.text("rule_en"),
                r.number("customers"),
                r.text("goal_zh"),
                r.text("goal_en")));
  }

  public static List<Catalogue.Stage> stages() {
    return ShippedTable.read(
        "stages.csv",
        r ->
            new Catalogue.Stage(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.number("customers"),
                r.text("next_step")));
  }

  public static List<Catalogue.Behaviour> behaviours() {
    return ShippedTable.read(
        "behaviours.csv",
        r -> new Catalogue.Behaviour(r.text("code"), r.text("stage"), r.text("zh"), r.text("en")));
  }

  public static List<Catalogue.EventType> events() {
    return ShippedTable.read(
        "events.csv",
        r ->
            new Catalogue.EventType(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.text("rule_zh"),
                r.text("rule"),
                r.number("tier"),
                r.number("fresh_days"),
                r.text("source"),
                r.text("owner")));
  }

  public static List<Catalogue.Product> products() {
    return ShippedTable.read(
        "products.csv",
        r ->
            new Catalogue.Product(
                r.text("code"),
                r.text("category"),
                r.text("zh"),
                r.text("en"),
                r.text("terms_zh"),
                r.text("terms_en"),
                r.optionalDecimal("rate_low_percent"),
                r.optionalDecimal("rate_high_percent"),
                r.risk("risk"),
                r.optionalDecimal("from_yuan"),
                r.decimal("margin_yuan"),
                r.optional("disclaimer")));
  }

  public static List<Catalogue.Disclaimer> disclaimers() {
    return ShippedTable.read(
        "disclaimers.csv",
        r -> new Catalogue.Disclaimer(r.text("code"), r.text("zh"), r.text("en")));
  }

  public static List<Catalogue.Benefit> benefits() {
    return ShippedTable.read(
        "benefits.csv",
        r ->
            new Catalogue.Benefit(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.text("condition_zh"),
                r.text("condition_en"),
                r.number("budget"),
                r.number("unit_yuan")));
  }

  public static List<Catalogue.Channel> channels() {
    return ShippedTable.read(
        "channels.csv",
        r ->
            new Catalogue.Channel(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.optionalNumber("capacity_per_day"),
                r.decimal("cost_yuan"),
                r.list("hours", " "),
                r.flag("business_days_only"),
                r.list("caps_per_customer", " "),
                r.text("crash_behaviour"),
                r.flag("counts_as_contact"),
                r.flag("connected")));
  }

  public static List<Catalogue.Content> contents() {
    return ShippedTable.read(
        "contents.csv",
        r ->
            new Catalogue.Content(
                r.text("code"),
                r.text("title_zh"),
                r.text("text_zh"),
                r.text("title_en"),
                r.text("text_en"),
                r.optional("product"),
                r.text("purpose")));
  }

  public static List<Catalogue.Strategy> strategies() {
    return ShippedTable.read(
        "strategies.csv",
        r ->
            new Catalogue.Strategy(
                r.text("code"),
                r.text("group"),
                r.text("event"),
                r.optional("product"),
                r.text("first"),
                r.optional("second"),
                r.text("content"),
                r.number("fresh_days"),
                r.number("priority"),
                r.number("customers"),
                r.text("purpose")));
  }

  public static List<Catalogue.Reason> reasons() {
    return ShippedTable.read(
        "reasons.csv",
        r ->
            new Catalogue.Reason(
                r.text("code"), r.text("zh"), r.text("en"), r.optionalNumber("expected_j1")));
  }

  public static List<Catalogue.Script> scripts() {
    return ShippedTable.read(
        "scripts.csv",
        r ->
            new Catalogue.Script(
                r.text("code"),
                r.text("zh_title"),
                r.text("en_title"),
                r.text("zh"),
                r.text("en")));
  }

  public static List<Catalogue.Segment> segments() {
    return ShippedTable.read(
        "segments.csv",
        r ->
            new Catalogue.Segment(
                r.text("code"),
                r.text("zh"),
                r.text("en"),
                r.text("conditions"),
                r.number("customers")));
  }

  public static List<Catalogue.Journey> journeys() {
    return ShippedTable.read(
        "journeys.csv",
        r ->
            new Catalogue.Journey(
                r.text("code"),
                r.text("key"),
                r.text("zh"),
                r.text("en"),
                r.list("events", ";"),
                r.optional("product_or_benefit")));
  }
}
