package io.waybot.bots.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the bank has made that a field can be filled with, so that nobody types codes. */
@Component
public class LiveChoices {
  /** Each query answers value, Chinese name and English name. */
  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry("segments", "select code, name_zh, name_en from segment order by code"),
          Map.entry(
              "products", "select code, name_zh, name_en from product where active order by code"),
          Map.entry("channels", "select code, name_zh, name_en from channel order by position"),
          Map.entry(
              "models",
              """
              select m.code, m.name_zh || coalesce(v.age, ''), m.name_en || coalesce(v.age, '')
              from model m
              left join (
                select model_id, ' · ' || cast(cast(trained_at as date) as varchar(10))
                  || ' · AUC ' || cast(cast(auc as numeric(4, 3)) as varchar(5)) as age
                from model_version where state = 'CHAMPION'
              ) v on v.model_id = m.id
              order by m.code
              """),
          Map.entry("scripts", "select code, name_zh, name_en from script order by code"),
          Map.entry("amounts", profile("and type in ('INT', 'DECIMAL')")),
          Map.entry("datasets", "select name, label_zh, label_en from dataset order by name"),
          Map.entry("columns", profile("")),
          Map.entry(
              "dataColumns",
              "select name, min(coalesce(label_zh, label)), min(label) from dataset_column"
                  + " group by name order by name"),
          Map.entry("benefits", "select code, name_zh, name_en from benefit order by code"),
          Map.entry(
              "events",
              "select code, name_zh, name_en from event_type where kind <> 'STAGE' order by code"),
          Map.entry(
              "stages",
              "select code, name_zh, name_en from event_type where kind = 'STAGE' order by code"),
          Map.entry(
              "strategies", "select code, name_zh, name_en from strategy_table order by code"),
          Map.entry(
              "contents",
              """
              select c.code, z.title, e.title
              from content c
              join content_text z on z.content_id = c.id and z.language = 'zh'
              join content_text e on e.content_id = c.id and e.language = 'en'
              order by c.code
              """));

  /** Sources whose codes are words of the software: people read the name alone. */
  private static final Set<String> TECHNICAL =
      Set.of("amounts", "channels", "columns", "dataColumns", "datasets", "models");

  private final JdbcClient sql;

  LiveChoices(JdbcClient sql) {
    this.sql = sql;
  }

  /** The same blocks with today's choices in every field that names a source. */
  public List<Block> fill(List<Block> blocks, Locale locale) {
    return blocks.stream().map(block -> block.withFields(filled(block, locale))).toList();
  }

  private List<BlockField> filled(Block block, Locale locale) {
    return block.fields().stream()
        .map(field -> field.source() == null ? field : filled(field, field.source(), locale))
        .toList();
  }

  private BlockField filled(BlockField field, String source, Locale locale) {
    return field.withOptions(of(source, locale));
  }

  /** The choices of one source, such as {@code segments}. */
  public List<Choice> of(String source, Locale locale) {
    var query = QUERIES.get(source);
    if (query == null) {
      throw new IllegalArgumentException("There are no choices named " + source + ".");
    }
    var name = locale.getLanguage().equals("zh") ? 2 : 3;
    return sql.sql(query)
        .query((row, number) -> choice(source, row.getString(1), row.getString(name)))
        .list();
  }

  /**
   * Columns of the customers' own data, in the order of their file; sensitive ones are not offered.
   */
  private static String profile(String which) {
    return "select name, coalesce(label_zh, label), label from dataset_column"
        + " where dataset = 'customers' and tier < 3 "
        + which
        + " order by position, name";
  }

  private static Choice choice(String source, String value, String name) {
    var known = TECHNICAL.contains(source) || name.contains(value);
    return new Choice(value, known ? name : value + " " + name);
  }
}
