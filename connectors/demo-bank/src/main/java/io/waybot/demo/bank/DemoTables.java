package io.waybot.demo.bank;

import java.util.List;

/** The invented bank's shipped tables: its units and people, products, contents, strategies. */
public final class DemoTables {
  private DemoTables() {}

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

  public static List<Catalogue.Field> fields() {
    return ShippedTable.read(
        "fields.csv",
        r ->
            new Catalogue.Field(r.text("dataset"), r.optional("name"), r.text("zh"), r.text("en")));
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
