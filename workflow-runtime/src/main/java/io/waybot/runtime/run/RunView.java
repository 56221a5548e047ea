package io.waybot.runtime.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it, whole. */
public record RunView(
    UUID id,
    Journey journey,
    LocalDate businessDate,
    String kind,
    int attempt,
    String state,
    @Nullable String stateReason,
    @Nullable String instanceKey,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Audience audience,
    List<Step> steps,
    List<Element> elements,
    List<Dispatches> dispatches,
    Leads leads,
    Evaluation evaluation,
    boolean conserved) {

  public record Journey(UUID id, String key, int version) {}

  /**
   * What became of the customers, once each.
   *
   * @param removed by rule, before anybody was chosen
   * @param notChosen by reason, of those in treatment
   */
  public record Audience(
      int total,
      Map<String, Integer> removed,
      int control,
      int treatment,
      int chosen,
      Map<String, Integer> notChosen) {}

  /**
   * One robot's step.
   *
   * @param in customers in the lists it was given
   * @param out customers or things in each part of its output
   */
  public record Step(
      String elementId,
      int pass,
      String robot,
      String state,
      int attempts,
      Instant startedAt,
      @Nullable Instant finishedAt,
      int in,
      Map<String, Integer> out,
      @Nullable String error) {}

  /**
   * One element of the drawing.
   *
   * @param customers in the lists of its newest step; 0 for what is no robot
   */
  public record Element(
      String elementId, int entered, int active, int completed, int incidents, int customers) {}

  /** Ledger rows of one step and channel by state. */
  public record Dispatches(
      String elementId,
      int pass,
      String channel,
      int pending,
      int claimed,
      int sending,
      int sent,
      int rejected,
      int unknown,
      int withheld) {
    int rows() {
      return pending + claimed + sending + sent + rejected + unknown + withheld;
    }
  }

  public record Leads(int open, int done, int expired) {}

  /** Rates are shares of customers; all are null while the state is NONE. */
  public record Evaluation(
      String state,
      @Nullable Double treatmentRate,
      @Nullable Double controlRate,
      @Nullable Double uplift,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double confidence,
      @Nullable Double srmP) {
    static Evaluation none() {
      return new Evaluation("NONE", null, null, null, null, null, null, null);
    }
  }
}
