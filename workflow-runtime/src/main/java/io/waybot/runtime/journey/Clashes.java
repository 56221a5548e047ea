package io.waybot.runtime.journey;

import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.journey.compare.BlockChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what two planners did to one draft. */
@Component
public class Clashes {
  private final XmlGate gate;
  private final People people;

  Clashes(XmlGate gate, People people) {
    this.gate = gate;
    this.people = people;
  }

  /**
   * What stands against what.
   *
   * @param common the version that both started from
   * @param drawing the one that could not be saved, as the browser sent it
   * @throws GateRefused if the drawing may not come in
   */
  public Clash of(JourneyVersion common, String drawing, JourneySettings settings, Draft theirs) {
    var mine =
        VersionChanges.between(
            common.bpmn(), common.settings(), gate.accept(drawing).xml(), settings);
    var others = VersionChanges.between(common, theirs.version());
    var login = theirs.version().author();
    var author = people.find(login);
    return new Clash(
        theirs,
        author.map(Person::nameZh).orElse(login),
        author.map(Person::nameEn).orElse(login),
        blocks(mine.blocks(), others.blocks()),
        !mine.settings().isEmpty(),
        !others.settings().isEmpty());
  }

  /** What both touched comes first. */
  private static List<Clash.Block> blocks(List<BlockChange> mine, List<BlockChange> others) {
    var labels = new LinkedHashMap<String, String>();
    var own = kinds(mine, labels);
    var their = kinds(others, labels);
    var blocks = new ArrayList<Clash.Block>();
    labels.forEach(
        (id, label) -> blocks.add(new Clash.Block(id, label, own.get(id), their.get(id))));
    blocks.sort(Comparator.comparing(Clash.Block::both).reversed());
    return List.copyOf(blocks);
  }

  private static Map<String, BlockChange.Kind> kinds(
      List<BlockChange> changes, Map<String, String> labels) {
    var kinds = new HashMap<String, BlockChange.Kind>();
    for (var change : changes) {
      kinds.put(change.elementId(), change.kind());
      labels.putIfAbsent(change.elementId(), change.label());
    }
    return kinds;
  }
}
