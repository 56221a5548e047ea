package io.waybot.designer.approval;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Content;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.dispatch.ContentPreview;
import io.waybot.runtime.journey.Dossier;
import java.util.List;

/** Every content as customers would read it, by channel, in both languages, with its disclaimer. */
@org.springframework.stereotype.Component
class DossierWords {
  private final Texts texts;
  private final ContentPreview preview;

  DossierWords(Texts texts, ContentPreview preview) {
    this.texts = texts;
    this.preview = preview;
  }

  Component of(Dossier dossier) {
    var table =
        new SmallTable(
                texts.get("approvals.content"),
                texts.get("approvals.channel"),
                texts.get("approvals.zh"),
                texts.get("approvals.en"),
                texts.get("approvals.until"))
            .words(2, 3, 4, 5);
    var written = dossier.channels().stream().filter(channel -> !isBranch(channel)).toList();
    for (var content : dossier.contents()) {
      rows(table, content, written);
    }
    return table;
  }

  private void rows(SmallTable table, Content content, List<Channel> channels) {
    var until = content.validUntil();
    for (var channel : channels) {
      table.row(
          new Span(content.code() + " v" + content.version()),
          new Span(channel.name(Texts.isChinese(Texts.language()) ? "zh" : "en")),
          new Span(seen(content, channel, "zh")),
          new Span(seen(content, channel, "en")),
          new Span(until == null ? texts.get("approvals.noEnd") : Formats.day(until)));
    }
  }

  private String seen(Content content, Channel channel, String language) {
    var text = content.texts().get(language);
    if (text == null) {
      return "–";
    }
    try {
      var seen = preview.preview(channel.code(), language, text, content.productCode(), null);
      return channel.code().equals("sms") ? seen.body() : seen.title() + " — " + seen.body();
    } catch (ApiProblem notWritable) {
      return text.title() + " — " + text.body(); // a variable needs a real customer's value
    }
  }

  /** Staff speak for themselves, by a script. */
  private static boolean isBranch(Channel channel) {
    return channel.code().equals("branch");
  }
}
