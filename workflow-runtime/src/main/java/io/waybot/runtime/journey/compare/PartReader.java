package io.waybot.runtime.journey.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads the parts of a drawing with their fields; ids of nested things make no difference. */
final class PartReader {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  /** Declarations of name spaces and xsi:type: every modeler writes its own. */
  private static final Set<String> FORMALITIES =
      Set.of("http://www.w3.org/2000/xmlns/", "http://www.w3.org/2001/XMLSchema-instance");

  private static final Set<String> CONTAINERS =
      Set.of("process", "subProcess", "transaction", "adHocSubProcess");
  private static final Set<String> NO_PARTS =
      Set.of("incoming", "outgoing", "extensionElements", "documentation", "laneSet");

  /** Which template a block was made from is no field of it. */
  private static final String TEMPLATE = "modelerTemplate";

  /** Entries with a name and a value: the attributes that hold them, by element. */
  private static final Map<String, List<String>> ENTRIES =
      Map.of(
          "input", List.of("target", "source"),
          "output", List.of("target", "source"),
          "property", List.of("name", "value"),
          "header", List.of("key", "value"));

  private PartReader() {}

  /**
   * In the order of the file.
   *
   * @param elements all elements of the file, parents first
   */
  static Map<String, DrawnPart> read(List<Element> elements) {
    var places = places(elements);
    var parts = new LinkedHashMap<String, DrawnPart>();
    for (var element : elements) {
      if (isPart(element)) {
        var fields = new LinkedHashMap<String, String>();
        attributes(element, "", fields);
        nested(element, fields);
        var id = element.getAttribute("id");
        var job = fields.getOrDefault("taskDefinition.type", "");
        var place = places.getOrDefault(id, "");
        parts.put(id, new DrawnPart(id, element.getLocalName(), job, fields, place));
      }
    }
    return parts;
  }

  private static boolean isPart(Element element) {
    return BPMN.equals(element.getNamespaceURI())
        && element.hasAttribute("id")
        && !NO_PARTS.contains(element.getLocalName())
        && element.getParentNode() instanceof Element parent
        && CONTAINERS.contains(parent.getLocalName());
  }

  private static Map<String, String> places(List<Element> elements) {
    var places = new HashMap<String, String>();
    for (var element : elements) {
      if ("BPMNShape".equals(element.getLocalName())) {
        children(element).stream()
            .filter(child -> "Bounds".equals(child.getLocalName()))
            .forEach(bounds -> places.put(element.getAttribute("bpmnElement"), bounds(bounds)));
      }
    }
    return places;
  }

  private static String bounds(Element bounds) {
    var numbers = new StringBuilder();
    for (var attribute : List.of("x", "y", "width", "height")) {
      numbers.append(Math.round(Double.parseDouble(bounds.getAttribute(attribute)))).append(' ');
    }
    return numbers.toString();
  }

  private static void nested(Element element, Map<String, String> fields) {
    for (var child : children(element)) {
      var name = child.getLocalName();
      if (isPart(child) || name.equals("incoming") || name.equals("outgoing")) {
        continue;
      }
      var entry = ZEEBE.equals(child.getNamespaceURI()) ? ENTRIES.get(name) : null;
      if (entry != null) {
        var key = name + "." + child.getAttribute(entry.getFirst());
        fields.put(key, child.getAttribute(entry.getLast()).strip());
        continue;
      }
      attributes(child, name + ".", fields);
      var below = children(child);
      if (below.isEmpty() && !child.getTextContent().isBlank()) {
        fields.put(name, child.getTextContent().strip());
      }
      nested(child, fields);
    }
  }

  private static void attributes(Element element, String prefix, Map<String, String> fields) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var name = attribute.getLocalName();
      if (!name.equals("id")
          && !name.startsWith(TEMPLATE)
          && !FORMALITIES.contains(String.valueOf(attribute.getNamespaceURI()))) {
        fields.put(prefix + name, attribute.getNodeValue().strip());
      }
    }
  }

  private static List<Element> children(Element parent) {
    var all = new ArrayList<Element>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }
}
