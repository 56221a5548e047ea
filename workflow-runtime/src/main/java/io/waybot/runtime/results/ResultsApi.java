package io.waybot.runtime.results;

import io.waybot.bots.evaluate.Breakdowns;
import io.waybot.bots.evaluate.Overall;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.runtime.access.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results over HTTP; parts that are not compared with control say {@code causal: false}. */
@RestController
@RequestMapping("/api/v1/results")
class ResultsApi {
  private final ResultsService results;

  ResultsApi(ResultsService results) {
    this.results = results;
  }

  record Items<T>(List<T> items, @Nullable String next) {}

  record Journey(UUID id, String key, String name) {}

  record Arm(int customers, int converted, double rate) {}

  record Effect(
      Arm treatment,
      Arm control,
      double uplift,
      double low,
      double high,
      double confidence,
      double srmP,
      BigDecimal amountAllYuan,
      BigDecimal amountCausedYuan,
      BigDecimal amountCausedLowYuan,
      BigDecimal amountCausedHighYuan,
      BigDecimal costYuan,
      @Nullable BigDecimal costPerCausedSaleYuan,
      int contacted,
      int optedOut,
      int complaints,
      List<Part> channels,
      List<Part> waves,
      List<Part> groups,
      List<Part> units) {}

  record Part(
      String name,
      boolean causal,
      Arm treatment,
      @Nullable Arm control,
      @Nullable Double uplift,
      @Nullable Double low,
      @Nullable Double high) {}

  record Cohort(
      UUID runId,
      LocalDate businessDate,
      UpliftReport.State state,
      int openDays,
      String verdict,
      Arm treatment,
      Arm control,
      double uplift,
      double low,
      double high,
      double srmP) {}

  record Result(
      Journey journey,
      Verdict.Kind kind,
      String verdict,
      @Nullable Effect overall,
      List<Cohort> cohorts) {}

  @GetMapping
  Items<Result> all(HttpServletRequest request) {
    var language = RequestLanguage.of(request);
    return new Items<>(
        results.journeys().stream().map(one -> result(one, language)).toList(), null);
  }

  @GetMapping("/{journey}")
  Result one(@PathVariable String journey, HttpServletRequest request) {
    return result(results.journey(journey), RequestLanguage.of(request));
  }

  private static Result result(JourneyResult result, Locale language) {
    var overall = result.overall();
    return new Result(
        new Journey(
            result.journeyId(),
            result.key(),
            english(language) ? result.nameEn() : result.nameZh()),
        result.verdict().kind(),
        say(result.verdict(), language),
        overall == null ? null : effect(overall),
        result.cohorts().stream().map(cohort -> cohort(cohort, language)).toList());
  }

  private static Effect effect(Overall all) {
    double causedSales = all.causedSales();
    return new Effect(
        new Arm(all.treatment(), all.treatmentConverted(), all.effect().treatmentRate()),
        new Arm(all.control(), all.controlConverted(), all.effect().controlRate()),
        all.effect().uplift(),
        all.effect().low(),
        all.effect().high(),
        all.effect().confidence(),
        all.srmP(),
        all.amountAllYuan(),
        yuan(all.caused().yuan()),
        yuan(all.caused().low()),
        yuan(all.caused().high()),
        all.costYuan(),
        causedSales <= 0 ? null : yuan(all.costYuan().doubleValue() / causedSales),
        all.contacted(),
        all.optedOut(),
        all.complaints(),
        all.channels().stream().map(ResultsApi::reached).toList(),
        all.waves().stream().map(ResultsApi::reached).toList(),
        all.groups().stream().map(ResultsApi::compared).toList(),
        all.units().stream().map(ResultsApi::compared).toList());
  }

  private static Part reached(Breakdowns.Reached part) {
    var arm = new Arm(part.customers(), part.converted(), part.rate());
    return new Part(part.name(), false, arm, null, null, null, null);
  }

  private static Part compared(Breakdowns.Part part) {
    var effect = part.effect();
    return new Part(
        part.name(),
        true,
        new Arm(part.treatment(), part.treatmentConverted(), effect.treatmentRate()),
        new Arm(part.control(), part.controlConverted(), effect.controlRate()),
        effect.uplift(),
        effect.low(),
        effect.high());
  }

  private static Cohort cohort(JourneyResult.Cohort cohort, Locale language) {
    var report = cohort.report();
    return new Cohort(
        report.runId(),
        report.businessDate(),
        report.state(),
        cohort.openDays(),
        say(cohort.verdict(), language),
        new Arm(report.treatmentCustomers(), report.treatmentConverted(), report.treatmentRate()),
        new Arm(report.controlCustomers(), report.controlConverted(), report.controlRate()),
        report.uplift(),
        report.low(),
        report.high(),
        report.srmP());
  }

  private static String say(Verdict verdict, Locale language) {
    return english(language) ? verdict.en() : verdict.zh();
  }

  private static boolean english(Locale language) {
    return language.getLanguage().equals("en");
  }

  private static BigDecimal yuan(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
