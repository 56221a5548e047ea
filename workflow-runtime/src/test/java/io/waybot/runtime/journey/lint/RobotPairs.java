package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.BpmnText.withRules;
import static io.waybot.runtime.journey.lint.Drawings.held;
import static io.waybot.runtime.journey.lint.Drawings.leads;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.sendTo;
import static io.waybot.runtime.journey.lint.Drawings.twice;
import static io.waybot.runtime.journey.lint.Drawings.withInput;
import static io.waybot.runtime.journey.lint.Pair.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What robots are told to do. */
final class RobotPairs {
  private RobotPairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var whole = mail("C01");
    pairs.add(
        drawn(
            UnknownJobRule.class,
            "unknown-job-type",
            started().robot("dance", "dance", Map.of()).end(),
            withInput("segment", "S")));
    pairs.add(
        drawn(
            UnknownJobRule.class,
            "plain-task",
            started().then("t", "<bpmn:task id=\"t\"/>").end(),
            whole));
    pairs.add(drawn(FieldMissingRule.class, "field-missing", whole.replace("PAYROLL", " "), whole));
    pairs.add(drawn(ChoiceRule.class, "choice-unknown", leads("SC99"), leads("SC01")));
    pairs.add(
        drawn(
            OutputMissingRule.class,
            "element-id",
            started().robot("pull-1", "pull-audience", Map.of("segment", "S")).end(),
            whole));
    pairs.add(
        drawn(
            OutputMissingRule.class,
            "output-missing",
            whole.replace("target=\"mail\"", "target=\"elsewhere\""),
            whole));
    pairs.add(drawn(SetMissingRule.class, "set-not-a-list", sendTo("split.treatment"), whole));
    pairs.add(drawn(SetMissingRule.class, "set-unknown", sendTo("=nobody.audience"), whole));
    pairs.add(drawn(SetMissingRule.class, "set-never-made", sendTo("=policy.treatment"), whole));
    var later =
        withRules()
            .robot("mail", "dispatch", Map.of("audience", "=score.scored", "content", "C01"))
            .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
            .end();
    pairs.add(drawn(SetMissingRule.class, "set-missing", later, whole));
    pairs.add(
        drawn(
            SecretRule.class,
            "secret",
            withInput("apiKey", "sk-1"),
            withInput("apiKey", "{{secrets.CRM}}")));
    pairs.add(
        drawn(
            DecisionOrderRule.class,
            "decision-after-contact",
            held()
                .robot("mail", "dispatch", Map.of("audience", "=split.treatment", "content", "C01"))
                .robot("decide", "decide-treatments", Map.of("offers", "P01"))
                .end(),
            held()
                .robot("mail", "dispatch", Map.of("audience", "=split.treatment", "content", "C01"))
                .robot("respond", "split-by-response", Map.of("audience", "=mail.sent"))
                .robot("decide", "decide-treatments", Map.of("offers", "P01"))
                .end()));
    pairs.add(
        drawn(
            RepeatedStepRule.class,
            "same-step-twice",
            twice("parallelGateway"),
            twice("exclusiveGateway")));
    return pairs;
  }
}
