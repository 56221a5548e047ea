package io.waybot.runtime.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A drawing as a tree that the gate rewrites. */
final class BpmnDocument {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final Set<String> BEFORE_FLOWS =
      Set.of("documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef");

  private final Document document;

  private BpmnDocument(Document document) {
    this.document = document;
  }

  static BpmnDocument parse(byte[] file) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new BpmnDocument(builder.parse(new ByteArrayInputStream(file)));
    } catch (SAXException e) {
      throw new GateRefused("not-xml", 0);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isDefinitions() {
    return isBpmn(document.getDocumentElement(), "definitions");
  }

  /** Removes schema locations and processing instructions. */
  void forgetOtherPlaces() {
    for (var child : children(document)) {
      if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        document.removeChild(child);
      }
    }
    for (var element : elements()) {
      element.removeAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "schemaLocation");
      element.removeAttributeNS(
          XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "noNamespaceSchemaLocation");
      for (var child : children(element)) {
        if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
          element.removeChild(child);
        }
      }
    }
  }

  /**
   * Writes incoming and outgoing anew from the sequence flows: modelers forget them, the engine
   * follows them.
   */
  void writeFlowsAtBothEnds() {
    var all = elements();
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

  private void addFlow(@Nullable Element end, String name, String flowId) {
    if (end == null) {
      return; // a flow to nowhere is a finding, not a refusal
    }
    var prefix = end.getPrefix();
    var entry = document.createElementNS(BPMN, prefix == null ? name : prefix + ":" + name);
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

  Element onlyExecutableProcess() {
    var processes =
        elements().stream()
            .filter(e -> isBpmn(e, "process"))
            .filter(e -> e.getAttribute("isExecutable").equals("true"))
            .toList();
    if (processes.size() != 1) {
      throw new GateRefused("one-process", processes.size());
    }
    return processes.getFirst();
  }

  void renameProcess(String from, String to) {
    for (var element : elements()) {
      for (var attribute : Map.of("id", "process", "bpmnElement", "BPMNPlane").entrySet()) {
        if (element.getLocalName().equals(attribute.getValue())
            && element.getAttribute(attribute.getKey()).equals(from)) {
          element.setAttribute(attribute.getKey(), to);
        }
      }
    }
  }

  String write() {
    try {
      var factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      var transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var out = new StringWriter();
      out.write(DECLARATION); // the serialiser would repeat the encoding the file came in
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every element, parents first; no recursion, although depth is limited. */
  private List<Element> elements() {
    var found = document.getElementsByTagName("*");
    var all = new ArrayList<Element>(found.getLength());
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  private static boolean isBpmn(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static List<Node> children(Node parent) {
    var all = new ArrayList<Node>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      all.add(child);
    }
    return all;
  }
}
