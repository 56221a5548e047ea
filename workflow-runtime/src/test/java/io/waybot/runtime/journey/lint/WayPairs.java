package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.Drawings.branch;
import static io.waybot.runtime.journey.lint.Drawings.calls;
import static io.waybot.runtime.journey.lint.Drawings.join;
import static io.waybot.runtime.journey.lint.Drawings.loop;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.threeWays;
import static io.waybot.runtime.journey.lint.Pair.drawn;

import java.util.ArrayList;
import java.util.List;

/** How blocks are connected. */
final class WayPairs {
  private WayPairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var whole = mail("C01");
    pairs.add(drawn(StartAndEndRule.class, "start-missing", BpmnText.empty().end(), whole));
    pairs.add(
        drawn(
            StartAndEndRule.class,
            "start-twice",
            started().beside("<bpmn:startEvent id=\"s2\"/>").flow("s2", "end").end(),
            whole));
    pairs.add(drawn(StartAndEndRule.class, "end-missing", started().xml(), whole));
    var beside = "<bpmn:manualTask id=\"lonely\"/>";
    pairs.add(drawn(StartAndEndRule.class, "not-connected", started().beside(beside).end(), whole));
    pairs.add(
        drawn(
            StartAndEndRule.class,
            "leads-nowhere",
            started().then("lonely", beside).from("start").end(),
            whole));
    pairs.add(
        drawn(
            UnreachableRule.class,
            "never-reached",
            started()
                .beside(beside)
                .beside("<bpmn:manualTask id=\"other\"/>")
                .flow("lonely", "other")
                .flow("other", "lonely")
                .end(),
            whole));
    pairs.add(
        drawn(
            UnreachableRule.class,
            "never-ends",
            started()
                .then("again", "<bpmn:exclusiveGateway id=\"again\"/>")
                .wait("pause", "=wait_pause")
                .flow("pause", "again")
                .beside("<bpmn:endEvent id=\"end\"/>")
                .xml(),
            whole));
    var unsure = branch("=pull.audience.count > 5");
    pairs.add(
        drawn(
            BranchRule.class, "gateway-no-default", unsure.replace(" default=\"f2\"", ""), unsure));
    pairs.add(
        drawn(
            BranchRule.class,
            "conditions-overlap",
            threeWays("=pull.audience.count > 5", "=pull.audience.count > 100"),
            threeWays("=pull.audience.count <= 100", "=pull.audience.count > 100")));
    pairs.add(
        drawn(
            ReferenceRule.class,
            "reference-wrong",
            unsure.replace("default=\"f2\"", "default=\"f0\""),
            unsure));
    pairs.add(
        drawn(
            CustomerGatewayRule.class,
            "gateway-per-customer",
            branch("=customer.age > 60"),
            unsure));
    pairs.add(
        drawn(
            CustomerGatewayRule.class,
            "gateway-per-customer",
            branch("=aum_yuan > 60 and customer.age > 1"),
            branch("=day of week(date(businessDate)) = \"Monday\"")));
    pairs.add(
        drawn(
            GatewayKindRule.class,
            "inclusive-join",
            join("inclusiveGateway"),
            join("parallelGateway")));
    pairs.add(
        drawn(
            GatewayKindRule.class,
            "complex-gateway",
            join("complexGateway"),
            join("parallelGateway")));
    pairs.add(
        drawn(
            EndlessRule.class,
            "loop-without-wait",
            loop("<bpmn:manualTask id=\"pause\"/>"),
            loop(
                """
                <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDuration>\
                =wait_pause</bpmn:timeDuration></bpmn:timerEventDefinition>\
                </bpmn:intermediateCatchEvent>\
                """)));
    pairs.add(
        drawn(EndlessRule.class, "self-call", calls("test_journey"), calls("another_journey")));
    pairs.add(
        drawn(
            EndlessRule.class,
            "multi-instance",
            whole.replaceFirst(
                "</bpmn:serviceTask>",
                "<bpmn:multiInstanceLoopCharacteristics/></bpmn:serviceTask>"),
            whole));
    return pairs;
  }
}
