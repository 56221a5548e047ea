package io.waybot.runtime.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.gallery.JourneyTemplate.Place;
import io.waybot.runtime.journey.DrawnFields;
import io.waybot.runtime.journey.XmlGate;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.LintDesk;
import io.waybot.runtime.journey.lint.RealRobots;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The shipped journeys against gate, lint and the robots this product really has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {
  private static final Gallery GALLERY = new Gallery(new XmlGate(), JsonMapper.builder().build());
  private LintDesk desk;

  @BeforeAll
  void open() throws ClassNotFoundException {
    desk = new LintDesk(RealRobots.known());
    desk.moveIn();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  static java.util.List<JourneyTemplate> templates() {
    return GALLERY.templates();
  }

  @Test
  void hasEightJourneys() {
    assertThat(GALLERY.templates())
        .extracting(JourneyTemplate::key)
        .containsExactly(
            "payroll_groups",
            "churn_rescue",
            "maturity_care",
            "card_activation",
            "debit_to_credit",
            "key_moments",
            "new_customer_90",
            "wealth_repurchase");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void passGateAndLintWithoutAnError(JourneyTemplate template) {
    var entry = GALLERY.find(template.key()).orElseThrow();
    var drawing = entry.drawing();
    var settings =
        entry
            .settings()
            .during(LintDesk.TODAY, LintDesk.TODAY.plusMonths(6))
            .withWaits(desk.bean(JourneyLinter.class).waits(drawing.xml()));

    assertThat(desk.findings(drawing.xml(), settings, Locale.ENGLISH))
        .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void describeThemselvesInBothLanguages(JourneyTemplate template) {
    assertThat(template.nameZh()).containsPattern("\\p{IsHan}");
    assertThat(template.descriptionZh()).containsPattern("\\p{IsHan}");
    assertThat(template.nameEn() + template.descriptionEn()).doesNotContainPattern("\\p{IsHan}");
    assertThat(template.parameters())
        .isNotEmpty()
        .allSatisfy(parameter -> {
          assertThat(parameter.labelZh()).isNotBlank();
          assertThat(parameter.labelEn()).doesNotContainPattern("\\p{IsHan}");
          assertThat(parameter.byDefault()).isNotBlank();
        });
  }

  @ParameterizedTest
  @MethodSource("templates")
  void takeAnAnswerInEveryPlaceItBelongs(JourneyTemplate template) {
    var fields = DrawnFields.of(GALLERY.find(template.key()).orElseThrow().drawing());
    for (var parameter : template.parameters()) {
      parameter.at().forEach(place -> fields.fill(place.element(), place.input(), "42"));
    }

    var written = new XmlGate().accept(fields.write(template.key(), "mine_2", "我的 / Mine"));

    assertThat(written.processId()).isEqualTo("mine_2");
    var filled = DrawnFields.of(written);
    assertThat(template.parameters().stream().flatMap(parameter -> parameter.at().stream()))
        .extracting((Place place) -> filled.get(place.element(), place.input()))
        .containsOnly("42");
  }

  /** Each group's branch leaves out every customer of the other six. */
  @Test
  void payrollGroupsDoNotOverlap() {
    var xml = GALLERY.find("payroll_groups").orElseThrow().drawing().xml();

    var excluded =
        Pattern.compile("source=\"NOT-(G\\d)\" target=\"exclude\"")
            .matcher(xml)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(excluded).containsExactlyInAnyOrder("G1", "G2", "G3", "G4", "G5", "G6", "G7");
  }
}
