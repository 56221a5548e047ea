package io.waybot.bots.evaluate;

import io.waybot.db.experiment.OutcomeTable;
import io.waybot.db.experiment.UpliftReport;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** The customers behind the counts of a result. */
@Component
public class CohortMembers {
  private final Evaluation evaluation;
  private final OutcomeTable outcomes;
  private final CustomerParts parts;

  CohortMembers(Evaluation evaluation, OutcomeTable outcomes, CustomerParts parts) {
    this.evaluation = evaluation;
    this.outcomes = outcomes;
    this.parts = parts;
  }

  /** What is counted; those with a part are counted by part. */
  public enum Count {
    TREATMENT,
    TREATMENT_SALES,
    CONTROL,
    CONTROL_SALES,
    CONTACTED,
    OPTED_OUT,
    COMPLAINTS,
    CHANNEL,
    CHANNEL_SALES,
    WAVE,
    WAVE_SALES,
    GROUP_TREATMENT,
    GROUP_CONTROL,
    UNIT_TREATMENT,
    UNIT_CONTROL,
    ARM_TREATMENT,
    ARM_CONTROL;

    /** Whether the list tells who is in which arm. */
    public boolean tellsArms() {
      return switch (this) {
        case TREATMENT,
            TREATMENT_SALES,
            CONTROL,
            CONTROL_SALES,
            OPTED_OUT,
            COMPLAINTS,
            GROUP_TREATMENT,
            GROUP_CONTROL,
            UNIT_TREATMENT,
            UNIT_CONTROL,
            ARM_TREATMENT,
            ARM_CONTROL ->
            true;
        default -> false;
      };
    }
  }

  /**
   * Customers by internal number, each once.
   *
   * @param reports the cohorts that are counted
   * @param part code of the channel, wave, group or unit; empty for counts without parts
   */
  public RoaringBitmap of(List<UpliftReport> reports, Count count, String part) {
    var seen = new RoaringBitmap();
    var members = new RoaringBitmap();
    reports.stream()
        .sorted(Comparator.comparing(UpliftReport::businessDate))
        .map(report -> evaluation.breakdowns(report).question())
        .forEach(question -> {
          var arms = evaluation.arms(question, seen);
          members.or(of(question, arms, seen.clone(), count, part));
          seen.or(arms.treatment());
          seen.or(arms.control());
        });
    return members;
  }

  private RoaringBitmap of(
      Question question, Evaluation.Arms arms, RoaringBitmap earlier, Count count, String part) {
    return switch (count) {
      case TREATMENT -> arms.treatment();
      case CONTROL -> arms.control();
      case TREATMENT_SALES -> bought(question, arms.treatment());
      case CONTROL_SALES -> bought(question, arms.control());
      case CONTACTED ->
          RoaringBitmap.and(contacts(question, earlier).customers(), arms.treatment());
      case OPTED_OUT -> RoaringBitmap.and(optedOut(question), arms.treatment());
      case COMPLAINTS -> parts.complaints(arms.treatment());
      case CHANNEL -> contacts(question, earlier).reached(one -> one.channel().equals(part));
      case CHANNEL_SALES ->
          contacts(question, earlier)
              .soldBy(one -> one.channel().equals(part), evaluation.sales(question));
      case WAVE ->
          contacts(question, earlier).reached(one -> part.equals(String.valueOf(one.wave())));
      case WAVE_SALES ->
          contacts(question, earlier)
              .soldBy(one -> part.equals(String.valueOf(one.wave())), evaluation.sales(question));
      case GROUP_TREATMENT -> parts.ofGroup(arms.treatment(), part);
      case GROUP_CONTROL -> parts.ofGroup(arms.control(), part);
      case UNIT_TREATMENT -> parts.ofUnit(arms.treatment(), part);
      case UNIT_CONTROL -> parts.ofUnit(arms.control(), part);
      case ARM_TREATMENT -> evaluation.ofArm(question, arms.treatment(), part);
      case ARM_CONTROL ->
          question.arms().stream().anyMatch(arm -> arm.name().equals(part))
              ? arms.control()
              : new RoaringBitmap();
    };
  }

  private RoaringBitmap bought(Question question, RoaringBitmap arm) {
    return RoaringBitmap.and(evaluation.sales(question).buyers(), arm);
  }

  /** Who entered the journey before was counted there. */
  private Contacts contacts(Question question, RoaringBitmap earlier) {
    return Contacts.read(outcomes, question.scopeRunId()).without(earlier);
  }

  private RoaringBitmap optedOut(Question question) {
    var gone = new RoaringBitmap();
    outcomes.optedOut(evaluation.start(question), evaluation.end(question)).forEach(gone::add);
    return gone;
  }
}
