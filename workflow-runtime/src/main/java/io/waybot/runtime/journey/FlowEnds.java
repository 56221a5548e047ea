package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.BpmnNodes.BPMN;
import static io.waybot.runtime.journey.BpmnNodes.children;
import static io.waybot.runtime.journey.BpmnNodes.elements;
import static io.waybot.runtime.journey.BpmnNodes.isBpmn;

import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Sequence flows as the blocks at both ends know them. */
final class FlowEnds {
  private static final Set<String> BEFORE_FLOWS =
      Set.of("documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef");

  private FlowEnds() {}

  /**
   * Writes incoming and outgoing anew from the sequence flows: modelers forget them, the engine
   * follows them.
   */
  static void write(Document document) {
    var all = elements(document);
    var byId = new HashMap<String, Element>();
    for (var element : all) {
      if (BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
        if (byId.put(element.getAttribute("id"), element) != null) {
          throw new GateRefused("xml-duplicate-id", element.getAttribute("id"));
        }
        removeFlows(element);
      }
    }
    for (var flow : all) {
      if (isBpmn(flow, "sequenceFlow")) {
        addFlow(byId.get(flow.getAttribute("sourceRef")), "outgoing", flow.getAttribute("id"));
        addFlow(byId.get(flow.getAttribute("targetRef")), "incoming", flow.getAttribute("id"));
      }
    }
  }

  private static void removeFlows(Element element) {
    for (var child : children(element)) {
      if (child instanceof Element e && (isBpmn(e, "incoming") || isBpmn(e, "outgoing"))) {
        element.removeChild(e);
      }
    }
  }

  private static void addFlow(@Nullable Element end, String name, String flowId) {
    if (end == null) {
      return; // a flow to nowhere is a finding, not a refusal
    }
    var prefix = end.getPrefix();
    var entry =
        end.getOwnerDocument().createElementNS(BPMN, prefix == null ? name : prefix + ":" + name);
    entry.setTextContent(flowId);
    Node before = null;
    for (var child : children(end)) {
      if (child instanceof Element e && !comesBefore(e, name)) {
        before = e;
        break;
      }
    }
    end.insertBefore(entry, before);
  }

  private static boolean comesBefore(Element child, String name) {
    return BPMN.equals(child.getNamespaceURI())
        && (BEFORE_FLOWS.contains(child.getLocalName())
            || isBpmn(child, "incoming")
            || (name.equals("outgoing") && isBpmn(child, "outgoing")));
  }
}
