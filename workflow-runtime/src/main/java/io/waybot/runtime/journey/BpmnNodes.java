package io.waybot.runtime.journey;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is asked of the nodes of a drawing. */
final class BpmnNodes {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private BpmnNodes() {}

  /** Every element, parents first; no recursion, although depth is limited. */
  static List<Element> elements(Document document) {
    var found = document.getElementsByTagName("*");
    var all = new ArrayList<Element>(found.getLength());
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  static boolean isBpmn(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  static List<Node> children(Node parent) {
    var all = new ArrayList<Node>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      all.add(child);
    }
    return all;
  }
}
