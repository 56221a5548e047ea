package io.waybot.designer.content;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.content.ContentDraft;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.content.ContentService;
import io.waybot.runtime.wording.Remark;

/**
 * What the word rules say about words that are being written: errors keep them from being saved.
 */
class WordingRemarks extends Div {
  private final transient ContentService service;
  private final transient Texts texts;

  WordingRemarks(ContentService service, Texts texts) {
    this.service = service;
    this.texts = texts;
    addClassName("wb-stack");
    getElement().setAttribute("aria-live", "polite");
  }

  void show(ContentDraft draft) {
    removeAll();
    service.remarks(draft).forEach(remark -> add(line(remark)));
  }

  private Div line(Remark remark) {
    var mark =
        new Span(texts.get(remark.error() ? "contents.remark.error" : "contents.remark.warning"));
    mark.addClassNames("wb-pill", remark.error() ? "wb-pill-bad" : "wb-pill-warn");
    var line = new Div(mark, new Span(service.sentence(remark, Texts.language())));
    line.addClassName("wb-line");
    return line;
  }
}
