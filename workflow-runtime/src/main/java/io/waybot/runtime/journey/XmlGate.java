package io.waybot.runtime.journey;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * The one way by which XML from outside comes in. The engine's own parser obeys schemaLocation (it
 * would fetch files and addresses) and dies of deep nesting, so a drawing is first read as a stream
 * within limits, then rewritten without anything that points elsewhere and with every flow written
 * at both of its ends.
 */
@Component
public class XmlGate {
  static final int MAX_BYTES = 2 * 1024 * 1024;
  static final int MAX_DEPTH = 64;
  static final int MAX_ELEMENTS = 20_000;
  private static final Pattern PROCESS_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");

  /**
   * @throws GateRefused if the file may not come in
   */
  public CleanBpmn accept(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new GateRefused("xml-too-large", MAX_BYTES / 1024 / 1024);
    }
    checkLimits(file);
    var document = BpmnDocument.parse(file);
    document.requireDefinitions();
    document.refuseMarkup();
    document.forgetOtherPlaces();
    document.writeFlowsAtBothEnds();
    var process = document.onlyExecutableProcess();
    var id = process.getAttribute("id");
    if (!PROCESS_ID.matcher(id).matches()) {
      throw new GateRefused("process-id", id);
    }
    return new CleanBpmn(document.write(), id, process.getAttribute("name"));
  }

  public CleanBpmn accept(String xml) {
    return accept(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** The same drawing under another process id: for asking the engine without leaving a trace. */
  String renamed(CleanBpmn drawing, String processId) {
    var document = BpmnDocument.parse(drawing.xml().getBytes(StandardCharsets.UTF_8));
    document.renameProcess(drawing.processId(), processId);
    return document.write();
  }

  private static void checkLimits(byte[] file) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      var reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      walk(reader);
    } catch (XMLStreamException e) {
      throw new GateRefused(
          "not-xml", e.getLocation() == null ? 0 : e.getLocation().getLineNumber());
    }
  }

  private static void walk(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new GateRefused("xml-doctype");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new GateRefused("xml-doctype");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > MAX_DEPTH) {
            throw new GateRefused("xml-too-deep", MAX_DEPTH);
          }
          if (++elements > MAX_ELEMENTS) {
            throw new GateRefused("xml-too-many", MAX_ELEMENTS);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }
}
