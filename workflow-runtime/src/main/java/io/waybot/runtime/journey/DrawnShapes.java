package io.waybot.runtime.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Where a drawing's nodes and lines stand.
 *
 * @param nodes in the order of the file
 * @param lines each a list of points, x and y
 */
public record DrawnShapes(List<Node> nodes, List<List<double[]>> lines) {

  /**
   * A node.
   *
   * @param type BPMN's name: {@code serviceTask}, {@code parallelGateway}
   * @param template the element template's id, empty for none
   */
  public record Node(
      String type, String name, String template, double x, double y, double width, double height) {}

  public static DrawnShapes of(CleanBpmn drawing) {
    var elements = BpmnDocument.parse(drawing.xml().getBytes(StandardCharsets.UTF_8)).elements();
    var byId = new HashMap<String, Element>();
    elements.stream()
        .filter(element -> element.hasAttribute("id"))
        .forEach(element -> byId.put(element.getAttribute("id"), element));
    var nodes = new ArrayList<Node>();
    var lines = new ArrayList<List<double[]>>();
    for (var element : elements) {
      var drawn = byId.get(element.getAttribute("bpmnElement"));
      if (drawn != null && "BPMNShape".equals(element.getLocalName())) {
        nodes.add(node(drawn, parts(element, "Bounds").getFirst()));
      } else if (drawn != null && "BPMNEdge".equals(element.getLocalName())) {
        lines.add(
            parts(element, "waypoint").stream()
                .map(point -> new double[] {number(point, "x"), number(point, "y")})
                .toList());
      }
    }
    return new DrawnShapes(List.copyOf(nodes), List.copyOf(lines));
  }

  private static Node node(Element drawn, Element bounds) {
    return new Node(
        drawn.getLocalName(),
        drawn.getAttribute("name"),
        drawn.getAttributeNS("http://camunda.org/schema/zeebe/1.0", "modelerTemplate"),
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static List<Element> parts(Element of, String name) {
    var found = of.getElementsByTagNameNS("*", name);
    var parts = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      parts.add((Element) found.item(i));
    }
    return parts;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
