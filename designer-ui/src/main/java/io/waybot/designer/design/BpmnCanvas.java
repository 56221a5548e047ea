package io.waybot.designer.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;
import io.waybot.runtime.journey.lint.Finding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The drawing of a journey in the browser, with the palette when it may be edited. Answers of the
 * browser arrive as events; nothing here waits for them. Preact is named because the menus of
 * diagram-js draw nothing when two versions of it are installed.
 */
@Tag("waybot-canvas")
@NpmPackage(value = "camunda-bpmn-js", version = "5.30.2")
@NpmPackage(value = "bpmn-js-properties-panel", version = "6.0.1")
@NpmPackage(value = "bpmn-js-i18n", version = "2.3.0")
@NpmPackage(value = "preact", version = "10.29.8")
@JsModule("./designer/canvas.js")
@CssImport("bpmn-js/dist/assets/diagram-js.css")
@CssImport("bpmn-js/dist/assets/bpmn-js.css")
@CssImport("bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css")
@CssImport("diagram-js-minimap/assets/diagram-js-minimap.css")
@CssImport("@bpmn-io/properties-panel/dist/assets/properties-panel.css")
@CssImport("./designer/canvas.css")
public class BpmnCanvas extends Component implements HasSize, HasStyle {
  private static final Logger log = LoggerFactory.getLogger(BpmnCanvas.class);

  /**
   * A drawing that is only looked at.
   *
   * @param configuration see {@link CanvasConfiguration}
   */
  public BpmnCanvas(ObjectNode configuration) {
    this(configuration, "");
  }

  /**
   * A drawing that can be changed.
   *
   * @param fields CSS selector of the element that takes the fields of the selected block
   */
  BpmnCanvas(ObjectNode configuration, String fields) {
    getElement()
        .executeJs("this.configure({...$0, fields: $1, readOnly: !$1})", configuration, fields);
    listen("wb-missed", "text", text -> log.warn("no Chinese for canvas text={}", text));
  }

  /** Shows this journey in place of any other. */
  public void open(String bpmnXml) {
    getElement().callJsFunction("open", bpmnXml);
  }

  /**
   * Shows a journey to draw on.
   *
   * @param owner under whose name the browser keeps what is not saved yet
   * @param basis what is saved now
   */
  void open(String bpmnXml, String owner, String basis) {
    getElement().executeJs("this.open($0, {owner: $1, basis: $2})", bpmnXml, owner, basis);
  }

  /** The server has all changes up to this one; what comes next is drawn upon this. */
  void kept(String basis, int number) {
    getElement().callJsFunction("kept", basis, number);
  }

  /** Nothing is unsaved any more: it was decided about. */
  void settled(String basis) {
    getElement().callJsFunction("kept", basis);
  }

  /** Likewise, before something that takes the drawing off the page. */
  void settled(String basis, Runnable then) {
    getElement().callJsFunction("kept", basis).then(done -> then.run());
  }

  /** Shows what the browser had kept and hands its XML over. */
  void restore(SerializableConsumer<String> then) {
    getElement().callJsFunction("restore").then(String.class, then);
  }

  /** Tells when what the browser still has was drawn (milliseconds) and upon what (basis). */
  Registration onUnsaved(SerializableConsumer<JsonNode> listener) {
    return detail("wb-unsaved", listener);
  }

  /** Saves what the browser has not sent yet, then runs the action. */
  void flush(Runnable then) {
    getElement()
        .callJsFunction("flush")
        .then(
            saved -> then.run(),
            failure -> {
              log.warn("canvas was not saved before leaving: {}", failure);
              then.run();
            });
  }

  /** Selects an element and brings it into view. */
  public void show(String elementId) {
    getElement().callJsFunction("show", elementId);
  }

  /** Marks the elements that findings are about. */
  void mark(List<Finding> findings) {
    var marks = JsonNodeFactory.instance.arrayNode();
    for (var finding : findings) {
      if (finding.elementId() != null) {
        marks
            .addObject()
            .put("elementId", finding.elementId())
            .put("severity", finding.severity().name())
            .put("message", finding.message());
      }
    }
    getElement().callJsFunction("findings", marks);
  }

  /**
   * Writes counts on elements and lines.
   *
   * @param counts objects with id, text, optionally title, and kind: in, removed, cost, active,
   *     incident, stale
   */
  public void count(ArrayNode counts) {
    getElement().callJsFunction("counts", counts);
  }

  /**
   * Colours elements.
   *
   * @param classes element id to wb-done, wb-active or wb-incident
   */
  public void paint(ObjectNode classes) {
    getElement().callJsFunction("paint", classes);
  }

  /** Calls one of the canvas's own commands: undo, redo, fit, find, minimap. */
  void command(String name) {
    getElement().callJsFunction(name);
  }

  public void zoom(int step) {
    getElement().callJsFunction("zoom", step);
  }

  /**
   * Gives the drawing to the person as a file.
   *
   * @param kind bpmn or svg
   */
  void download(String kind, String fileName) {
    getElement().callJsFunction("download", kind, fileName);
  }

  /** Whether blocks may be added, moved and filled in. */
  void setEditable(boolean editable) {
    getElement().callJsFunction("setEditable", editable);
  }

  Registration onChange(SerializableConsumer<JsonNode> listener) {
    return detail("wb-changed", listener);
  }

  private Registration detail(String event, SerializableConsumer<JsonNode> listener) {
    return getElement()
        .addEventListener(event, told -> listener.accept(told.getEventData().get("event.detail")))
        .addEventData("event.detail");
  }

  /** Tells the id of the one selected element; empty when none or several are. */
  public Registration onSelect(SerializableConsumer<String> listener) {
    return listen("wb-selected", "id", listener);
  }

  /** Asks how many customers a segment has, by its code. */
  Registration onCountAsked(SerializableConsumer<String> listener) {
    return listen("wb-count-asked", "code", listener);
  }

  /** The answer, in words, beside the field that asked. */
  void counted(String segment, String sentence) {
    getElement().callJsFunction("counted", segment, sentence);
  }

  /** Tells that a file could not be shown, and why. */
  Registration onFailure(SerializableConsumer<String> listener) {
    return listen("wb-failed", "message", listener);
  }

  private Registration listen(String event, String part, SerializableConsumer<String> listener) {
    var data = "event.detail." + part;
    return getElement()
        .addEventListener(event, told -> listener.accept(told.getEventData().get(data).asString()))
        .addEventData(data);
  }
}
