package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.Drawings.decided;
import static io.waybot.runtime.journey.lint.Drawings.held;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.mailWithoutSplit;
import static io.waybot.runtime.journey.lint.Pair.drawn;
import static io.waybot.runtime.journey.lint.Pair.set;

import io.waybot.runtime.journey.lint.Pair.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is set beside the drawing. */
final class SettingsPairs {
  private SettingsPairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var goal = "{\"goal\":{\"products\":[\"P01\"],\"days\":14}}";
    pairs.add(set(GoalRule.class, "no-goal", mail("C01"), "{}", goal));
    var onMessage =
        mail("C01")
            .replace(
                "<bpmn:startEvent id=\"start\"/>",
                "<bpmn:startEvent id=\"start\"><bpmn:messageEventDefinition/></bpmn:startEvent>");
    pairs.add(
        set(
            GoalRule.class,
            "no-exit",
            onMessage,
            "{\"leaveAtGoal\":false}",
            "{\"leaveAtGoal\":true}"));
    var year = "{\"from\":\"2026-12-01\",\"until\":\"2027-12-01\"}";
    pairs.add(set(EndDateRule.class, "no-end", mail("C01"), "{}", year));
    pairs.add(
        set(
            EndDateRule.class,
            "end-too-late",
            mail("C01"),
            "{\"from\":\"2026-12-01\",\"until\":\"2027-12-02\"}",
            year));
    pairs.add(set(EndDateRule.class, "end-past", mail("C01"), "{\"until\":\"2026-11-19\"}", year));
    pairs.add(
        set(
            AssessmentRule.class,
            "no-assessment",
            held().robot("score", "score-audience", Map.of("audience", "=split.treatment")).end(),
            "{}",
            "{\"privacyAssessment\":\"PIA-7\"}"));
    pairs.add(drawn(HoldoutRule.class, "no-holdout", mailWithoutSplit("PAYROLL"), mail("C01")));
    pairs.add(
        set(OverlapRule.class, "overlap", mail("C01"), "{\"priority\":2}", "{\"priority\":1}"));
    pairs.add(
        set(
            GiftRule.class,
            "gift",
            held().robot("gift", "grant-benefit", Map.of("benefit", "BN1")).end(),
            goal,
            goal.replace("P01", "P20")));
    pairs.add(
        set(
            PurposeRule.class,
            "purpose-offer",
            decided("P01", "C01", "email"),
            "{\"purpose\":\"CARE\"}",
            "{}"));
    pairs.add(
        new Pair(
            PurposeRule.class,
            "purpose-content",
            Sample.of(mail("C01"), "{\"purpose\":\"SERVICE\"}"),
            Sample.of(mail("C28"), "{\"purpose\":\"SERVICE\"}")));
    var branch = mail("C01").replace("test_journey", "branch_journey");
    pairs.add(
        drawn(UnitRule.class, "list-of-other-unit", branch.replace("PAYROLL", "SOUTH"), branch));
    pairs.add(
        drawn(
            UnitRule.class,
            "list-outside-unit",
            branch.replace("PAYROLL", "UPLOADED"),
            mail("C01").replace("PAYROLL", "UPLOADED")));
    return pairs;
  }
}
