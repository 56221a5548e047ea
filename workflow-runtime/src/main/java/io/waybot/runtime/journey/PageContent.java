package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.BpmnNodes.children;
import static io.waybot.runtime.journey.BpmnNodes.elements;

import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What in a drawing could make a browser or the server do something. */
final class PageContent {
  /** Elements that a browser would show or run. */
  private static final Set<String> FOREIGN_PAGES =
      Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");

  private static final Pattern SCRIPT = Pattern.compile("(?i)<\\s*/?\\s*script\\b|javascript\\s*:");
  private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*[A-Za-z!][\\w-]*(\\s|/|>)");

  /** A file, or a host without a public name: numbers, one word, or localhost. */
  private static final Pattern INSIDE =
      Pattern.compile("(?i)(file:|(https?|ftp|jar):/*(\\[|[\\d.]+([:/\\s]|$)|[\\w-]+([:/\\s]|$)))");

  private PageContent() {}

  /**
   * @throws GateRefused for text that a browser could take for a page or a script
   */
  static void refuse(Document document) {
    for (var element : elements(document)) {
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

  /**
   * Removes schema locations and processing instructions.
   *
   * @throws GateRefused for a location inside the bank, which nobody means by accident
   */
  static void forgetOtherPlaces(Document document) {
    for (var child : children(document)) {
      if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        document.removeChild(child);
      }
    }
    for (var element : elements(document)) {
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

  private static String nameOf(Element element) {
    var id = element.getAttribute("id");
    return id.isEmpty() ? element.getNodeName() : id;
  }
}
