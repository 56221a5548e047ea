package io.waybot.e2e.story;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a BPMN file says, apart from white space, the order of siblings and who wrote it. */
record Diagram(List<String> statements) {
  private static final Set<String> SIGNATURES = Set.of("exporter", "exporterVersion");

  static Diagram of(byte[] file) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var statements = new ArrayList<String>();
    read(
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(file)).getDocumentElement(),
        "",
        statements);
    return new Diagram(statements.stream().sorted().toList());
  }

  private static void read(Element element, String parent, List<String> statements) {
    var words = new ArrayList<String>();
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (!attribute.getNodeName().startsWith("xmlns")
          && !SIGNATURES.contains(attribute.getLocalName())) {
        words.add(attribute.getLocalName() + "=" + attribute.getNodeValue());
      }
    }
    words.sort(null);
    var text = new StringBuilder();
    var here = parent + "/" + element.getLocalName() + words;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        read(inner, here, statements);
      } else {
        text.append(child.getTextContent().strip());
      }
    }
    statements.add(here + text);
  }
}
