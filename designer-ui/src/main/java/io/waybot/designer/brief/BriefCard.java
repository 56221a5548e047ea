package io.waybot.designer.brief;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.brief.ServiceBrief;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;

/** A journey in one sentence, then what customers ask and what to answer. */
public class BriefCard extends Div {
  public BriefCard(Texts texts, ServiceBrief brief) {
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    addClassNames("wb-card", "wb-brief");
    setWidthFull();
    var until = new Span(texts.get("brief.until", Formats.day(brief.validUntil())));
    until.addClassName("wb-muted");
    add(new H3(texts.get("brief.title")), new Paragraph(brief.summary(language)));
    for (var asked : brief.questions(language)) {
      var answer = new Paragraph(asked.answer());
      answer.addClassName("wb-script");
      add(new H4(asked.question()), answer);
    }
    add(until);
  }
}
