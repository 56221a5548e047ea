package io.waybot.designer.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.design.CanvasConfiguration;
import io.waybot.designer.design.PictureMarks;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rehearsal.CustomerWay;
import io.waybot.runtime.rehearsal.RunPictures;
import io.waybot.runtime.run.RunView;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The drawing a run follows, with where its tokens are and the customers at each block. */
class RunDrawing extends Div {
  private final RunBlocks blocks;
  private final JsonMapper json;
  private final RunPictures pictures;
  private final PictureMarks marks;
  private final BpmnCanvas canvas;
  private @Nullable RunView shown;
  private @Nullable CustomerWay way;

  private RunDrawing(
      RunBlocks blocks,
      CanvasConfiguration configuration,
      JsonMapper json,
      RunPictures pictures,
      PictureMarks marks) {
    this.blocks = blocks;
    this.json = json;
    this.pictures = pictures;
    this.marks = marks;
    this.canvas = new BpmnCanvas(configuration.in(Texts.language()));
    canvas.setSizeFull();
    setSizeFull();
    var tools =
        new Div(
            tool(VaadinIcon.MINUS, "designer.zoomOut", -1),
            tool(VaadinIcon.PLUS, "designer.zoomIn", 1));
    tools.addClassName("wb-drawing-tools");
    add(canvas, tools);
  }

  private Button tool(VaadinIcon icon, String word, int step) {
    var tool = new Button(icon.create(), click -> canvas.zoom(step));
    tool.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
    tool.setTooltipText(getTranslation(word));
    tool.setAriaLabel(getTranslation(word));
    return tool;
  }

  /**
   * Shows the version of the journey that this run follows.
   *
   * @return what its blocks are called, by element id
   */
  Map<String, String> open(RunView run) {
    canvas.open(blocks.drawing(run));
    return blocks.names(run);
  }

  /** Marks one customer's way from now on. */
  void walked(CustomerWay walked) {
    way = walked;
    if (shown != null) {
      count(shown);
    }
  }

  void count(RunView run) {
    shown = run;
    var colours = json.createObjectNode();
    for (var element : run.elements()) {
      if (element.incidents() > 0) {
        colours.put(element.elementId(), "wb-incident");
      } else if (element.active() > 0) {
        colours.put(element.elementId(), "wb-active");
      } else if (element.completed() > 0) {
        colours.put(element.elementId(), "wb-done");
      }
    }
    var picture = pictures.of(run);
    marks
        .paint(picture, way)
        .properties()
        .forEach(drawn -> {
          var state = colours.path(drawn.getKey()).asString("");
          colours.put(drawn.getKey(), (state + " " + drawn.getValue().asString()).strip());
        });
    canvas.paint(colours);
    canvas.count(marks.counts(picture));
  }

  /** Makes drawings with what Spring knows. */
  @Component
  static class Factory {
    private final RunBlocks blocks;
    private final CanvasConfiguration configuration;
    private final JsonMapper json;
    private final RunPictures pictures;
    private final PictureMarks marks;

    Factory(
        RunBlocks blocks,
        CanvasConfiguration configuration,
        JsonMapper json,
        RunPictures pictures,
        PictureMarks marks) {
      this.blocks = blocks;
      this.configuration = configuration;
      this.json = json;
      this.pictures = pictures;
      this.marks = marks;
    }

    RunDrawing create() {
      return new RunDrawing(blocks, configuration, json, pictures, marks);
    }
  }
}
