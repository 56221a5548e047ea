package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.BpmnNodes.BPMN;
import static io.waybot.runtime.journey.BpmnNodes.children;
import static io.waybot.runtime.journey.BpmnNodes.isBpmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A drawing as a tree that the gate rewrites. */
final class BpmnDocument {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
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
    PageContent.refuse(document);
  }

  /**
   * Removes schema locations and processing instructions.
   *
   * @throws GateRefused for a location inside the bank, which nobody means by accident
   */
  void forgetOtherPlaces() {
    PageContent.forgetOtherPlaces(document);
  }

  /**
   * Writes incoming and outgoing anew from the sequence flows: modelers forget them, the engine
   * follows them.
   */
  void writeFlowsAtBothEnds() {
    FlowEnds.write(document);
  }

  List<Element> elements() {
    return BpmnNodes.elements(document);
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
}
