package io.waybot.runtime.demo;

import io.waybot.bots.score.ModelTraining;
import io.waybot.bots.score.TrainingOrder;
import io.waybot.connectors.model.Split;
import io.waybot.db.model.ModelRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who takes a term deposit: learned from the past campaign, as an analyst would. */
@Component
class DemoModel {
  static final String CODE = "deposit";

  /** Neither name nor gender nor employer: they must not decide who gets an offer. */
  private static final List<String> FEATURES =
      List.of(
          "deposit_views_30d",
          "held_term_before",
          "demand_yuan",
          "aum_yuan",
          "age",
          "group_code",
          "app_status");

  private final ModelTraining training;
  private final ModelRegistry registry;

  DemoModel(ModelTraining training, ModelRegistry registry) {
    this.training = training;
    this.registry = registry;
  }

  /** Trains version 1 unless there is a champion. */
  void train() {
    if (registry.champion(CODE).isPresent()) {
      return;
    }
    var order =
        new TrainingOrder(
            CODE,
            "定期存款意向模型",
            "Term deposit model",
            "history",
            "bought",
            FEATURES,
            new Split.KFold(5, 1),
            "analyst");
    training.promote(training.register(order, training.train(order)).id());
  }
}
