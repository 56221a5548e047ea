package io.waybot.bots.evaluate;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.experiment.OutcomeTable;
import io.waybot.db.experiment.UpliftReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a question from the bank's sales: all of arm treatment against control, contacted or not.
 */
@Component
public class Evaluation {
  static final double CONFIDENCE = 0.95;
  private final AudienceStore audiences;
  private final OutcomeTable outcomes;
  private final CustomerParts parts;
  private final JsonMapper json;
  private final Clock clock;

  Evaluation(
      AudienceStore audiences,
      OutcomeTable outcomes,
      CustomerParts parts,
      JsonMapper json,
      Clock clock) {
    this.audiences = audiences;
    this.outcomes = outcomes;
    this.parts = parts;
    this.json = json;
    this.clock = clock;
  }

  private Breakdowns breakdowns(
      Question question,
      RoaringBitmap treatment,
      RoaringBitmap control,
      Sales sales,
      Contacts contacts) {
    var amounts = sales.amounts(treatment);
    var amountsAnyway = sales.amounts(control);
    var caused = UpliftEstimator.caused(amounts, amountsAnyway, CONFIDENCE);
    var effect =
        UpliftEstimator.effect(
            treatment.getCardinality(),
            sales.buyers(treatment),
            control.getCardinality(),
            sales.buyers(control),
            CONFIDENCE);
    int contacted = RoaringBitmap.andCardinality(contacts.customers(), treatment);
    var gone = outcomes.optedOut(start(question), end(question));
    return new Breakdowns(
        question,
        caused.low(),
        caused.high(),
        contacted == 0 ? null : effect.uplift() * treatment.getCardinality() / contacted,
        (int) gone.stream().filter(treatment::contains).count(),
        parts.complaints(treatment).getCardinality(),
        contacts.by(Contacts.Contact::channel, sales),
        contacts.by(contact -> String.valueOf(contact.wave()), sales),
        parts.groups(treatment, control, sales),
        parts.units(treatment, control, sales),
        arms(question, treatment, control, sales),
        question.amount() == null
            ? new ComparedAmount(null, amounts, amountsAnyway)
            : new ComparedAmount(
                question.amount(),
                parts.amounts(treatment, question.amount()),
                parts.amounts(control, question.amount())));
  }

  private List<Breakdowns.Part> arms(
      Question question, RoaringBitmap treatment, RoaringBitmap control, Sales sales) {
    return question.arms().stream()
        .map(arm -> {
          var members = RoaringBitmap.and(audiences.load(arm.audience()), treatment);
          return Breakdowns.Part.of(
              arm.name(),
              members.getCardinality(),
              sales.buyers(members),
              control.getCardinality(),
              sales.buyers(control));
        })
        .toList();
  }

  /** Those of these customers who are in the arm of that name. */
  RoaringBitmap ofArm(Question question, RoaringBitmap treatment, String name) {
    return question.arms().stream()
        .filter(arm -> arm.name().equals(name))
        .map(arm -> RoaringBitmap.and(audiences.load(arm.audience()), treatment))
        .findFirst()
        .orElseGet(RoaringBitmap::new);
  }

  /** The parts of a cohort, of customers who did not enter the journey in an earlier one. */
  Firsts firsts(Question question, Arms arms, RoaringBitmap earlier) {
    var contacts = Contacts.read(outcomes, question.scopeRunId()).without(earlier);
    return new Firsts(
        breakdowns(question, arms.treatment(), arms.control(), sales(question), contacts),
        RoaringBitmap.andCardinality(contacts.customers(), arms.treatment()));
  }

  /**
   * @param contacted customers of arm treatment
   */
  record Firsts(Breakdowns parts, int contacted) {}

  /** What is known now: PROVISIONAL while the window is open, FINAL afterwards. */
  public UpliftReport answer(Question question) {
    var to = end(question);
    var treatment = audiences.load(question.treatment());
    var control = audiences.load(question.control());
    var sales = sales(question);
    var contacts = Contacts.read(outcomes, question.scopeRunId());
    int bought = sales.buyers(treatment);
    int boughtAnyway = sales.buyers(control);
    var effect =
        UpliftEstimator.effect(
            treatment.getCardinality(), bought, control.getCardinality(), boughtAnyway, CONFIDENCE);
    var amounts = sales.amounts(treatment);
    var amountsAnyway = sales.amounts(control);
    var caused = UpliftEstimator.caused(amounts, amountsAnyway, CONFIDENCE);
    int contacted = RoaringBitmap.andCardinality(contacts.customers(), treatment);
    var detail = breakdowns(question, treatment, control, sales, contacts);
    var now = clock.instant();
    return new UpliftReport(
        question.runId(),
        question.journeyId(),
        question.businessDate(),
        now.isBefore(to) ? UpliftReport.State.PROVISIONAL : UpliftReport.State.FINAL,
        now,
        question.windowDays(),
        treatment.getCardinality(),
        bought,
        control.getCardinality(),
        boughtAnyway,
        effect.treatmentRate(),
        effect.controlRate(),
        effect.uplift(),
        effect.low(),
        effect.high(),
        CONFIDENCE,
        UpliftEstimator.sampleRatioP(
            treatment.getCardinality(), control.getCardinality(), question.controlShare()),
        question.controlShare(),
        yuan(amounts.sum()),
        yuan(amountsAnyway.sum()),
        yuan(caused.yuan()),
        BigDecimal.valueOf(contacts.costYuan()).setScale(4, RoundingMode.HALF_UP),
        contacted,
        json.writeValueAsString(detail));
  }

  /** The breakdowns of a stored report. */
  public Breakdowns breakdowns(UpliftReport report) {
    return json.readValue(report.detail(), Breakdowns.class);
  }

  /** Who bought in the question's window, so far. */
  Sales sales(Question question) {
    return Sales.read(outcomes, question.products(), start(question), end(question));
  }

  /**
   * What both arms brought so far, of customers who did not enter the journey in an earlier cohort.
   */
  Arms arms(Question question, RoaringBitmap earlier) {
    var treatment = RoaringBitmap.andNot(audiences.load(question.treatment()), earlier);
    var control = RoaringBitmap.andNot(audiences.load(question.control()), earlier);
    var sales = sales(question);
    return new Arms(
        treatment,
        control,
        sales.buyers(treatment),
        sales.buyers(control),
        sales.amounts(treatment),
        sales.amounts(control));
  }

  record Arms(
      RoaringBitmap treatment,
      RoaringBitmap control,
      int treatmentConverted,
      int controlConverted,
      UpliftEstimator.Amounts treatmentAmounts,
      UpliftEstimator.Amounts controlAmounts) {}

  /** The window opens with the business date in the bank's zone. */
  Instant start(Question question) {
    return question.businessDate().atStartOfDay(clock.getZone()).toInstant();
  }

  Instant end(Question question) {
    return question
        .businessDate()
        .plusDays(question.windowDays())
        .atStartOfDay(clock.getZone())
        .toInstant();
  }

  static BigDecimal yuan(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
