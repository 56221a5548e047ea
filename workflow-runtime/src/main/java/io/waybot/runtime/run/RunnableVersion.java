package io.waybot.runtime.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A journey version as a run needs it.
 *
 * @param live true when it was approved and put live: its drawing never changes again
 * @param waits durations the planner set, by variable
 * @param everyDay true when its schedule does not care about business days
 */
record RunnableVersion(
    UUID journeyId,
    UUID versionId,
    String journeyKey,
    boolean live,
    String bpmn,
    Map<String, String> waits,
    boolean everyDay) {
  private static final Pattern WAIT = Pattern.compile("\\bwait_\\w+");
  private static final Pattern ASKED =
      Pattern.compile(
          "get value\\(\\s*parameters\\s*,\\s*(?:\"|&quot;|&#34;)([^\"&<]+)(?:\"|&quot;|&#34;)");

  /** The variables that the drawing's timers read; each needs a value. */
  Set<String> openParameters() {
    var names = new TreeSet<String>();
    var found = WAIT.matcher(bpmn);
    while (found.find()) {
      if (expression(found.start())) {
        names.add(found.group());
      }
    }
    return names;
  }

  /**
   * What its conditions ask of whoever starts a run, by the planner's own words; none is needed.
   */
  Set<String> askedParameters() {
    return ASKED
        .matcher(bpmn)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Element ids may look the same; only what stands behind an equals sign at the start of a text is
   * a variable.
   */
  private boolean expression(int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(bpmn.charAt(before))) {
      before--;
    }
    if (before < 1 || bpmn.charAt(before) != '=') {
      return false;
    }
    do {
      before--;
    } while (before > 0 && Character.isWhitespace(bpmn.charAt(before)));
    return bpmn.charAt(before) == '>' || bpmn.charAt(before) == '"';
  }
}
