package io.waybot.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waybot.connectors.model.Split;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.model.ModelTrainingJob;
import io.waybot.db.model.ModelVersion;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.results.EvaluatedBank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelServiceTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource
  void trainsInTheBackgroundThenPromotesAndRollsBack(TestDatabase kind) {
    try (var bank = bank(kind)) {
      var models = bank.bean(ModelService.class);
      EvaluatedBank.signIn("analyst", HEAD, Role.ANALYST);

      var first = trained(models, wish("bought"));
      var second = trained(models, wish("bought"));

      assertThat(first.state()).isEqualTo(ModelTrainingJob.State.DONE);
      var model = models.model("deposit").orElseThrow();
      assertThat(model.champion()).isNull();
      assertThat(model.journeys()).containsExactly("deposit_daily");
      assertThat(model.versions())
          .hasSize(2)
          .allSatisfy(version -> {
            assertThat(version.promotable()).isTrue();
            assertThat(version.measures().auc()).isGreaterThan(.9);
          });

      models.promote(second.versionId());
      models.promote(first.versionId());

      var after = models.model("deposit").orElseThrow();
      assertThat(after.champion()).extracting(ModelVersion::id).isEqualTo(first.versionId());
      assertThat(bank.bean(AuditLog.class).newest(1, 0).getFirst().act())
          .isEqualTo("model.promote");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void promotesNothingThatWasNotMeasuredOnRowsHeldOut(TestDatabase kind) {
    try (var bank = bank(kind)) {
      var models = bank.bean(ModelService.class);
      EvaluatedBank.signIn("analyst", HEAD, Role.ANALYST);
      var version = trained(models, wish("bought")).versionId();
      bank.db
          .batch()
          .update(
              "update model_version set metrics ="
                  + " '{\"auc\":0.9,\"ks\":0.5,\"heldOutRows\":0,\"heldOutPositives\":0,\"parts\":[],\"deciles\":[],\"gains\":[]}'");

      assertThatThrownBy(() -> models.promote(version)).hasMessage("model_not_measured");

      assertThat(models.model("deposit").orElseThrow().versions().getFirst().promotable())
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void saysWhyATrainingFailedOrIsRefused(TestDatabase kind) {
    try (var bank = bank(kind)) {
      var models = bank.bean(ModelService.class);
      EvaluatedBank.signIn("analyst", HEAD, Role.ANALYST);

      assertThat(trained(models, wish("views")))
          .satisfies(job -> {
            assertThat(job.state()).isEqualTo(ModelTrainingJob.State.FAILED);
            assertThat(job.message()).contains("label must be yes or no");
          });
      assertThatThrownBy(() -> models.train(wish("nowhere"))).hasMessage("model_no_column");
      EvaluatedBank.signIn("planner", HEAD, Role.PLANNER);
      assertThatThrownBy(() -> models.train(wish("bought"))).hasMessage("not_your_role");
      assertThatThrownBy(() -> models.promote(UUID.randomUUID())).hasMessage("not_your_role");
    }
  }

  private EvaluatedBank bank(TestDatabase kind) {
    var bank = new EvaluatedBank(kind, home);
    bank.bean(DatasetCatalog.class)
        .create(
            "history",
            Dataset.Kind.PROFILE,
            "历史",
            "History",
            List.of(
                DatasetColumn.of("views", "Views", ColumnType.INT, 1),
                DatasetColumn.of("bought", "Bought", ColumnType.BOOL, 2)));
    bank.db
        .batch()
        .batchUpdate(
            "insert into data_history (number, views, bought) values (?,?,?)",
            IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> new Object[] {n, n % 7, n % 7 > 4 ^ n % 40 == 0})
                .toList());
    return bank;
  }

  private static TrainingWish wish(String label) {
    return new TrainingWish(
        "deposit",
        "存款模型",
        "Deposit model",
        "history",
        label,
        List.of(),
        new Split.OutOfTime(null, .3));
  }

  private static ModelTrainingJob trained(ModelService models, TrainingWish wish) {
    var id = models.train(wish);
    return await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                models.trainings(10).stream()
                    .filter(job -> job.id().equals(id))
                    .findFirst()
                    .orElseThrow(),
            job -> job.finishedAt() != null);
  }
}
