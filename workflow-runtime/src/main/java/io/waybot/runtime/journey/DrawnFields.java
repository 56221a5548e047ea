package io.waybot.runtime.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A drawing that passed the gate, with the fields of its blocks to read and to fill in. */
public final class DrawnFields {
  /** The field of a wait, beside the inputs of robots. */
  public static final String WAIT = "waybot:wait";

  private final BpmnDocument document;
  private final List<Element> elements;

  private DrawnFields(BpmnDocument document) {
    this.document = document;
    this.elements = document.elements();
  }

  public static DrawnFields of(CleanBpmn drawing) {
    return new DrawnFields(BpmnDocument.parse(drawing.xml().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What stands in a field.
   *
   * @param field the name of a robot's input, or {@link #WAIT}
   * @throws IllegalArgumentException if the block has no such field
   */
  public String get(String block, String field) {
    var found = field(block, field);
    return found.getAttribute(valueOf(found));
  }

  /** Fills a field in; the drawing is not checked. */
  public void fill(String block, String field, String value) {
    var found = field(block, field);
    found.setAttribute(valueOf(found), value);
  }

  /** The drawing under a process id, which may be a new one. */
  public String write(String from, String processId, String processName) {
    document.renameProcess(from, processId);
    document.onlyExecutableProcess().setAttribute("name", processName);
    return document.write();
  }

  private static String valueOf(Element field) {
    return "input".equals(field.getLocalName()) ? "source" : "value";
  }

  private Element field(String block, String field) {
    return elements.stream()
        .filter(element -> block.equals(element.getAttribute("id")))
        .flatMap(DrawnFields::fields)
        .filter(found ->
            field.equals(found.getAttribute("target")) || field.equals(found.getAttribute("name")))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("block " + block + " has no field " + field));
  }

  private static Stream<Element> fields(Element block) {
    return Stream.of("input", "property")
        .map(name -> block.getElementsByTagNameNS("*", name))
        .flatMap(found ->
            java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i)));
  }
}
