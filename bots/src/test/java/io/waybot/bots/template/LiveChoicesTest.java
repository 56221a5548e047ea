package io.waybot.bots.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  @ParameterizedTest
  @EnumSource
  void saysOfAModelWhenItWasTrainedAndHowWellItRanks(TestDatabase kind) {
    var sql = kind.open().sql();
    var trained = UUID.randomUUID();
    model(sql, trained, "deposit", "存款倾向", "Deposit");
    model(sql, UUID.randomUUID(), "new", "新模型", "New");
    sql.sql(
            "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
                + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
                + " values (?, ?, 1, 'x', 'CHAMPION', 'history', 'bought', '[]', '{}', 1, 0.76412,"
                + " 0.4, '{}', ?, 'analyst', timestamp with time zone '2026-11-20 04:00:00+00')")
        .params(UUID.randomUUID(), trained, new byte[1])
        .update();

    assertThat(new LiveChoices(sql).of("models", Locale.SIMPLIFIED_CHINESE))
        .containsExactly(
            new Choice("deposit", "存款倾向 · 2026-11-20 · AUC 0.764"), new Choice("new", "新模型"));
  }

  private static void model(JdbcClient sql, UUID id, String code, String zh, String en) {
    sql.sql(
            "insert into model (id, code, name_zh, name_en, created_at) values (?, ?, ?, ?,"
                + " timestamp with time zone '2026-11-20 04:00:00+00')")
        .params(id, code, zh, en)
        .update();
  }

  private static void dataset(JdbcClient sql, String name, String kind) {
    sql.sql(
            "insert into dataset (name, kind, table_name, label_zh, label_en)"
                + " values (?, ?, ?, ?, ?)")
        .params(name, kind, "data_" + name, name, name)
        .update();
  }

  private static void column(
      JdbcClient sql,
      String dataset,
      String name,
      String label,
      @Nullable String labelZh,
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
