package io.waybot.runtime.journey.compare;

import io.waybot.runtime.journey.compare.BlockChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Compares two drawings by element id: what is read as one field each is one change each. */
public final class Comparison {
  /** Fields that name another element: people read what it is called. */
  private static final Set<String> REFERENCES =
      Set.of("sourceRef", "targetRef", "default", "attachedToRef");

  private final Map<String, DrawnPart> before;
  private final Map<String, DrawnPart> after;

  private Comparison(Map<String, DrawnPart> before, Map<String, DrawnPart> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * In the order of the newer drawing, what was removed at the end.
   *
   * @param before all elements of a file that passed the gate, parents first
   * @param after likewise
   */
  public static List<BlockChange> between(List<Element> before, List<Element> after) {
    return new Comparison(PartReader.read(before), PartReader.read(after)).changes();
  }

  private List<BlockChange> changes() {
    var changes = new ArrayList<BlockChange>();
    for (var part : after.values()) {
      var earlier = before.get(part.id());
      if (earlier == null) {
        changes.add(change(part, after, Kind.ADDED, List.of()));
        continue;
      }
      var fields = fields(earlier, part);
      if (!fields.isEmpty()) {
        changes.add(change(part, after, Kind.CHANGED, fields));
      } else if (!earlier.place().equals(part.place())) {
        changes.add(change(part, after, Kind.MOVED, List.of()));
      }
    }
    for (var part : before.values()) {
      if (!after.containsKey(part.id())) {
        changes.add(change(part, before, Kind.REMOVED, List.of()));
      }
    }
    return List.copyOf(changes);
  }

  private List<FieldChange> fields(DrawnPart earlier, DrawnPart part) {
    var changes = new ArrayList<FieldChange>();
    if (!earlier.type().equals(part.type())) {
      changes.add(new FieldChange("type", earlier.type(), part.type()));
    }
    var names = new LinkedHashSet<>(earlier.fields().keySet());
    names.addAll(part.fields().keySet());
    for (var name : names) {
      var was = earlier.field(name);
      var is = part.field(name);
      if (!was.equals(is)) {
        changes.add(new FieldChange(name, read(name, was, before), read(name, is, after)));
      }
    }
    return changes;
  }

  private static String read(String field, String value, Map<String, DrawnPart> drawing) {
    return REFERENCES.contains(field) && !value.isEmpty() ? label(value, drawing) : value;
  }

  private static BlockChange change(
      DrawnPart part, Map<String, DrawnPart> drawing, Kind kind, List<FieldChange> fields) {
    return new BlockChange(
        part.id(), label(part.id(), drawing), part.isLine(), part.job(), kind, fields);
  }

  private static String label(String id, Map<String, DrawnPart> drawing) {
    var part = drawing.get(id);
    if (part == null) {
      return id;
    }
    var name = part.field("name");
    if (name.isBlank() && part.isLine()) {
      return label(part.field("sourceRef"), drawing)
          + " → "
          + label(part.field("targetRef"), drawing);
    }
    return name.isBlank() ? id : name;
  }
}
