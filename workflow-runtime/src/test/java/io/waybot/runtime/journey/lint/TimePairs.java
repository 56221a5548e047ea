package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.BpmnText.withRules;
import static io.waybot.runtime.journey.lint.Drawings.daily;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.waitsForData;
import static io.waybot.runtime.journey.lint.Pair.drawn;
import static io.waybot.runtime.journey.lint.Pair.set;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.lint.Pair.Sample;
import java.util.ArrayList;
import java.util.List;

/** Waits and hours. */
final class TimePairs {
  private TimePairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var waiting = withRules().wait("pause", "=wait_pause").end();
    pairs.add(
        drawn(TimerRule.class, "timer-literal", withRules().wait("pause", "PT72H").end(), waiting));
    pairs.add(
        drawn(
            TimerRule.class,
            "wait-open",
            waiting.replace("name=\"waybot:wait\"", "name=\"x\""),
            waiting));
    var onBlock =
        withRules()
            .beside(
                """
                <bpmn:boundaryEvent id="late" attachedToRef="policy"><bpmn:timerEventDefinition>
                <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>\
                """)
            .flow("late", "end")
            .end();
    pairs.add(drawn(TimerRule.class, "timer-boundary", onBlock, waiting));
    var cycle =
        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle>"
            + "</bpmn:timerEventDefinition>";
    pairs.add(
        drawn(
            TimerRule.class,
            "timer-start",
            waiting.replace(
                "<bpmn:startEvent id=\"start\"/>",
                "<bpmn:startEvent id=\"start\">" + cycle + "</bpmn:startEvent>"),
            waiting));
    var past =
        started()
            .then(
                "pause",
                """
                <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDate>\
                2026-11-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>\
                </bpmn:intermediateCatchEvent>\
                """)
            .end();
    pairs.add(
        drawn(TimerPastRule.class, "timer-past", past, past.replace("2026-11-01", "2026-12-01")));
    pairs.add(set(QuietHoursRule.class, "send-moved", mail("C01"), daily("22:00"), daily("10:00")));
    var hasty = mail("C01", "sendByHours", "4");
    pairs.add(set(QuietHoursRule.class, "send-never", hasty, daily("22:00"), daily("10:00")));
    pairs.add(ownHours("hours-unreadable", "after lunch"));
    pairs.add(ownHours("send-never", "22:00-23:00"));
    var year = JourneySettings.fromJson("{\"from\":\"2026-01-05\",\"until\":\"2026-12-31\"}");
    pairs.add(
        new Pair(
            HolidayWaitRule.class,
            "wait-holiday",
            new Sample(waiting, year),
            new Sample(waiting.replace("P3D", "B3"), year)));
    var early = waitsForData("10:00");
    pairs.add(
        new Pair(
            EarlyStartRule.class,
            "start-early",
            Sample.of(early, daily("09:00")),
            Sample.of(waitsForData("12:00"), daily("09:00"))));
    return pairs;
  }

  private static Pair ownHours(String code, String bad) {
    return new Pair(
        QuietHoursRule.class,
        code,
        Sample.of(mail("C01", "hours", bad), daily("10:00")),
        Sample.of(mail("C01", "hours", "10:00-12:00"), daily("10:00")));
  }
}
