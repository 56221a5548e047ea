package io.waybot.designer.design;

import com.vaadin.flow.component.Component;
import io.waybot.runtime.rehearsal.CustomerWay;
import io.waybot.runtime.rehearsal.LiveCount;
import io.waybot.runtime.rehearsal.LiveCounts;
import io.waybot.runtime.rehearsal.RunPicture;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on the drawing: those of its rehearsal while nothing was changed since, else counts
 * made while drawing.
 */
class CanvasNumbers {
  private static final int REFRESH_MILLIS = 1_000;

  private final Component page;
  private final BpmnCanvas canvas;
  private final RehearsalTab tab;
  private final PictureMarks marks;
  private final LiveCounts.Desk desk;
  private @Nullable RunPicture rehearsed;
  private @Nullable CustomerWay way;

  /**
   * @param page asks the server again and again while a rehearsal runs
   */
  CanvasNumbers(
      Component page,
      BpmnCanvas canvas,
      RehearsalTab tab,
      PictureMarks marks,
      LiveCounts.Desk desk) {
    this.page = page;
    this.canvas = canvas;
    this.tab = tab;
    this.marks = marks;
    this.desk = desk;
  }

  /** Shows how far the newest rehearsal has come. */
  void look(Trial trial) {
    trial.rehearsal().ifPresentOrElse(this::show, tab::none);
  }

  /** Follows a rehearsal that has just begun. */
  void follow(RunPicture picture) {
    show(picture);
    poll(REFRESH_MILLIS);
  }

  /** Marks a customer's way through the drawing. */
  void walk(CustomerWay walked) {
    way = walked;
    if (rehearsed != null) {
      canvas.paint(marks.paint(rehearsed, way));
    }
  }

  /** Numbers of a rehearsal are old from here on; what can be counted at once is. */
  void changed(Trial trial) {
    if (rehearsed != null) {
      show(rehearsed.old());
    }
    count(trial);
  }

  /** Numbers of a drawing that a rehearsal has not seen, as far as they can be had at once. */
  void count(Trial trial) {
    var ui = page.getUI().orElse(null);
    if (ui != null && !rehearsedAsDrawn()) {
      trial.count(desk, count -> ui.access(() -> counted(count)));
    }
  }

  /** Nobody looks any more. */
  void leave() {
    desk.leave();
  }

  private void counted(LiveCount count) {
    if (!rehearsedAsDrawn()) {
      canvas.count(marks.counts(count, rehearsed));
    }
  }

  private boolean rehearsedAsDrawn() {
    return rehearsed != null && rehearsed.current();
  }

  private void show(RunPicture picture) {
    if (rehearsed == null || !rehearsed.runId().equals(picture.runId())) {
      way = null;
    }
    rehearsed = picture;
    tab.show(picture);
    canvas.count(marks.counts(picture));
    canvas.paint(marks.paint(picture, way));
    if (RehearsalTab.hasEnded(picture)) {
      poll(-1);
    }
  }

  private void poll(int millis) {
    page.getUI().ifPresent(ui -> ui.setPollInterval(millis));
  }
}
