package io.waybot.runtime.model;

import io.waybot.bots.score.ModelTraining;
import io.waybot.bots.score.TrainingOrder;
import io.waybot.connectors.model.Split;
import io.waybot.db.model.ModelTrainingJob;
import io.waybot.db.model.ModelTrainingJobs;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Trains one model after the other in the background. */
@Component
class TrainingWorker implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(TrainingWorker.class);
  private final ModelTrainingJobs jobs;
  private final ModelTraining training;
  private final JsonMapper json;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("training").daemon().factory());

  TrainingWorker(ModelTrainingJobs jobs, ModelTraining training, JsonMapper json) {
    this.jobs = jobs;
    this.training = training;
    this.json = json;
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    jobs.requeueLost();
    ring();
  }

  /** There is work. */
  void ring() {
    thread.execute(() -> {
      for (var job = jobs.claim(); job.isPresent(); job = jobs.claim()) {
        work(job.get());
      }
    });
  }

  private void work(ModelTrainingJob job) {
    try {
      var order = order(job);
      jobs.done(job.id(), training.register(order, training.train(order)).id());
    } catch (IllegalArgumentException e) {
      jobs.failed(job.id(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("training={} failed", job.id(), e);
      jobs.failed(job.id(), String.valueOf(e.getMessage()));
    }
  }

  private TrainingOrder order(ModelTrainingJob job) {
    return new TrainingOrder(
        job.modelCode(),
        job.nameZh(),
        job.nameEn(),
        job.dataset(),
        job.label(),
        json.readValue(job.features(), new TypeReference<List<String>>() {}),
        split(job.split()),
        job.askedBy());
  }

  private Split split(String words) {
    var tree = json.readTree(words);
    if (tree.path("kind").asString().equals("kfold")) {
      return new Split.KFold(tree.path("k").asInt(), tree.path("seed").asLong());
    }
    var column = tree.path("column");
    return new Split.OutOfTime(
        column.isString() ? column.asString() : null, tree.path("share").asDouble());
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
