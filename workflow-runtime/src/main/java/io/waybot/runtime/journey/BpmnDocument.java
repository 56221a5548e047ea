package io.waybot.runtime.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** Elements that a browser would show or run. */
  private static final Set<String> FOREIGN_PAGES =
      Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");

  private static final Pattern SCRIPT = Pattern.compile("(?i)<\\s*/?\\s*script\\b|javascript\\s*:");
  private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*[A-Za-z!][\\w-]*(\\s|/|>)");

  /** A file, or a host without a public name: numbers, one word, or localhost. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)(file:|(https?|ftp|jar):/*(\\[|[\\d.]+([:/\\s]|$)|[\\w-]+([:/\\s]|$)))");

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

  /**
   * @throws GateRefused if it is some other kind of file
   */
  void requireDefinitions() {
    var root = document.getDocumentElement();
    if (!"definitions".equals(root.getLocalName())) {
      throw new GateRefused("not-bpmn", root.getNodeName());
    }
    if (!BPMN.equals(root.getNamespaceURI())) {
      throw new GateRefused("wrong-namespace", String.valueOf(root.getNamespaceURI()));
    }
  }

  /**
   * @throws GateRefused for text that a browser could take for a page or a script
   */
  void refuseMarkup() {
    for (var element : elements()) {
      var uri = String.valueOf(element.getNamespaceURI());
      if (FOREIGN_PAGES.contains(uri)) {
        throw new GateRefused("xml-script", element.getNodeName());
      }
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        var attribute = attributes.item(i);
        if (SCRIPT.matcher(attribute.getNodeValue()).find()) {
          throw new GateRefused("xml-script", nameOf(element));
        }
        if (attribute.getNodeName().equals("name")
            && TAG.matcher(attribute.getNodeValue()).find()) {
          throw new GateRefused("xml-markup", nameOf(element));
        }
      }
      for (var child : children(element)) {
        if (child.getNodeType() != Node.ELEMENT_NODE
            && child.getNodeValue() != null
            && SCRIPT.matcher(child.getNodeValue()).find()) {
          throw new GateRefused("xml-script", nameOf(element));
        }
      }
    }
  }

  private static String nameOf(Element element) {
    var id = element.getAttribute("id");
    return id.isEmpty() ? element.getNodeName() : id;
  }

  /**
   * Removes schema locations and processing instructions.
   *
   * @throws GateRefused for a location inside the bank, which nobody means by accident
   */
  void forgetOtherPlaces() {
    for (var child : children(document)) {
      if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        document.removeChild(child);
      }
    }
    for (var element : elements()) {
      forgetLocation(element, "schemaLocation");
      forgetLocation(element, "noNamespaceSchemaLocation");
      for (var child : children(element)) {
        if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
          element.removeChild(child);
        }
      }
    }
  }

  private static void forgetLocation(Element element, String attribute) {
    var xsi = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
    var places = element.getAttributeNS(xsi, attribute).strip().split("\\s+");
    var pairs = attribute.equals("schemaLocation"); // a name, then where it is
    for (int i = pairs ? 1 : 0; i < places.length; i += pairs ? 2 : 1) {
      if (INSIDE.matcher(places[i]).lookingAt()) {
        throw new GateRefused("xml-points-inside", nameOf(element));
      }
    }
    element.removeAttributeNS(xsi, attribute);
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

  /**
   * The one process that would run. A file drawn elsewhere may mark none; when only one of its
   * processes has steps, that one is meant.
   */
  Element onlyExecutableProcess() {
    var processes = elements().stream().filter(e -> isBpmn(e, "process")).toList();
    var executable =
        processes.stream().filter(e -> e.getAttribute("isExecutable").equals("true")).toList();
    if (executable.isEmpty()) {
      executable = processes.stream().filter(BpmnDocument::hasFlows).toList();
    }
    if (executable.size() != 1) {
      throw new GateRefused("one-process", executable.size(), names(executable));
    }
    executable.getFirst().setAttribute("isExecutable", "true");
    return executable.getFirst();
  }

  private static boolean hasFlows(Element process) {
    return children(process).stream()
        .anyMatch(child -> child instanceof Element e && isBpmn(e, "sequenceFlow"));
  }

  private static String names(List<Element> processes) {
    return processes.stream()
        .map(process ->
            process.getAttribute("name").isBlank()
                ? process.getAttribute("id")
                : process.getAttribute("name"))
        .collect(Collectors.joining(", "));
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
  List<Element> elements() {
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
