package io.waybot.runtime.rehearsal;

import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.customer.CustomerStore;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a run that a picture adds up: removed sets, sends, leads, expected sales. */
@Component
class PictureRows {
  static final String BRANCH = "branch";
  private static final String HANDED = "handed";

  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final Channels channels;
  private final OrgUnits units;
  private final JdbcClient sql;

  PictureRows(
      AudienceStore audiences,
      CustomerStore customers,
      Channels channels,
      OrgUnits units,
      JdbcClient sql) {
    this.audiences = audiences;
    this.customers = customers;
    this.channels = channels;
    this.units = units;
    this.sql = sql;
  }

  /** Customers by rule, by block; rules that hit nobody are left out. */
  Map<String, Map<String, Integer>> removed(UUID run) {
    var removed = new TreeMap<String, Map<String, Integer>>();
    for (var set : audiences.ofRun(run)) {
      if (set.ruleCode() != null && set.elementId() != null && set.customers() > 0) {
        removed
            .computeIfAbsent(set.elementId(), block -> new LinkedHashMap<>())
            .merge(set.ruleCode(), set.customers(), Integer::sum);
      }
    }
    return removed;
  }

  /** Messages and leads that begin at a block. */
  record Sends(String elementId, String channel, int customers) {}

  List<Sends> sends(UUID run) {
    var sends =
        sql
            .sql(
                "select step, channel, count(*) from dispatch where run_id = ? and state not in"
                    + " ('WITHHELD', 'REJECTED') group by step, channel order by step")
            .param(run)
            .query((row, i) ->
                new Sends(row.getString(1).split("#", 2)[0], row.getString(2), row.getInt(3)))
            .list()
            .stream()
            .collect(Collectors.toList());
    handed(run).stream()
        .filter(set -> set.elementId() != null)
        .forEach(
            set -> sends.add(new Sends(String.valueOf(set.elementId()), BRANCH, set.customers())));
    return sends;
  }

  Map<String, BigDecimal> prices() {
    return channels.all().stream().collect(Collectors.toMap(Channel::code, Channel::costYuan));
  }

  /** Sales by the model's probability and the efficiency of the chosen channel. */
  double expectedConversions(UUID run) {
    return sql.sql(
            "select coalesce(sum(case when d.score * c.factor > 1 then 1 else d.score * c.factor"
                + " end), 0) from decision d join channel c on c.code = d.channel where d.run_id ="
                + " ? and d.product_code is not null")
        .param(run)
        .query(Double.class)
        .single();
  }

  List<RunPicture.UnitLeads> leads(UUID run) {
    var byUnit = new TreeMap<String, Integer>();
    handed(run)
        .forEach(set ->
            customers.each(
                audiences.load(set.id()),
                customer -> byUnit.merge(customer.org(), 1, Integer::sum)));
    var names =
        units.all().stream().collect(Collectors.toMap(unit -> unit.code(), Function.identity()));
    return byUnit.entrySet().stream()
        .map(entry -> {
          var unit = names.get(entry.getKey());
          return new RunPicture.UnitLeads(
              entry.getKey(),
              unit == null ? entry.getKey() : unit.nameZh(),
              unit == null ? entry.getKey() : unit.nameEn(),
              entry.getValue());
        })
        .sorted(Comparator.comparingInt(RunPicture.UnitLeads::leads).reversed())
        .toList();
  }

  private List<Audience> handed(UUID run) {
    return audiences.ofRun(run).stream().filter(set -> set.name().equals(HANDED)).toList();
  }
}
