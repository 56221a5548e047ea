package io.waybot.bots.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveChoicesTest {

  @ParameterizedTest
  @EnumSource
  void offersColumnsByTheirNamesSoThatNobodyTypesThem(TestDatabase database) {
    var sql = database.open().sql();
    dataset(sql, "customers", "PROFILE");
    dataset(sql, "sales", "EVENT");
    column(sql, "customers", "aum_yuan", "AUM", "资产", "DECIMAL", 2);
    column(sql, "customers", "city", "City", null, "TEXT", 1);
    column(sql, "sales", "amount_yuan", "Amount", "金额", "DECIMAL", 1);
    var choices = new LiveChoices(sql);

    assertThat(choices.of("columns", Locale.SIMPLIFIED_CHINESE))
        .containsExactly(new Choice("city", "City"), new Choice("aum_yuan", "资产"));
    assertThat(choices.of("amounts", Locale.ENGLISH))
        .containsExactly(new Choice("aum_yuan", "AUM"));
    assertThat(choices.of("dataColumns", Locale.SIMPLIFIED_CHINESE))
        .extracting(Choice::value)
        .containsExactly("amount_yuan", "aum_yuan", "city");
  }

  private static void dataset(
      org.springframework.jdbc.core.simple.JdbcClient sql, String name, String kind) {
    sql.sql(
            "insert into dataset (name, kind, table_name, label_zh, label_en)"
                + " values (?, ?, ?, ?, ?)")
        .params(name, kind, "data_" + name, name, name)
        .update();
  }

  private static void column(
      org.springframework.jdbc.core.simple.JdbcClient sql,
      String dataset,
      String name,
      String label,
      @org.jspecify.annotations.Nullable String labelZh,
      String type,
      int position) {
    sql.sql(
            "insert into dataset_column (dataset, name, label, label_zh, type, position)"
                + " values (:dataset, :name, :label, :labelZh, :type, :position)")
        .param("dataset", dataset)
        .param("name", name)
        .param("label", label)
        .param("labelZh", labelZh)
        .param("type", type)
        .param("position", position)
        .update();
  }
}
