package io.waybot.designer.approval;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.waybot.db.content.Channels;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.design.CanvasConfiguration;
import io.waybot.designer.design.PictureMarks;
import io.waybot.designer.rules.ChannelWords;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.version.ChangeWords;
import io.waybot.designer.version.Comparisons;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Dossier;
import io.waybot.runtime.rehearsal.RunPictures;
import io.waybot.runtime.schedule.RunNow;
import io.waybot.runtime.schedule.RunPreview;
import java.time.Clock;
import java.util.function.Consumer;

/** The sections of a dossier, each with its heading. */
@org.springframework.stereotype.Component
class DossierParts {
  private final Texts texts;
  private final CanvasConfiguration canvas;
  private final Comparisons comparisons;
  private final ChangeWords sentences;
  private final RunNow runs;
  private final Channels channels;
  private final DossierWords words;
  private final DossierLists lists;
  private final RunPictures pictures;
  private final PictureMarks marks;
  private final Clock clock;

  DossierParts(
      Texts texts,
      CanvasConfiguration canvas,
      Comparisons comparisons,
      ChangeWords sentences,
      RunNow runs,
      Channels channels,
      DossierWords words,
      DossierLists lists,
      RunPictures pictures,
      PictureMarks marks,
      Clock clock) {
    this.texts = texts;
    this.words = words;
    this.lists = lists;
    this.pictures = pictures;
    this.marks = marks;
    this.canvas = canvas;
    this.comparisons = comparisons;
    this.sentences = sentences;
    this.runs = runs;
    this.channels = channels;
    this.clock = clock;
  }

  /** What kind of decision this is, in one line. */
  String summary(Dossier dossier) {
    var live = dossier.live();
    var author = dossier.version().author();
    return live == null
        ? texts.get("approvals.new", author)
        : texts.get("approvals.changes", live.versionNo(), dossier.changes().count(), author);
  }

  /**
   * The drawing with the counts of its rehearsal; beside the live one, with what differs, if there
   * is one.
   *
   * @param selected takes the id of the block that is picked in it
   */
  Component drawing(Dossier dossier, SignedIn person, Consumer<String> selected) {
    var live = dossier.live();
    if (live == null || live.id().equals(dossier.version().id())) {
      var drawing = new BpmnCanvas(canvas.in(Texts.language()));
      drawing.setWidthFull();
      drawing.setHeight("22em");
      drawing.open(dossier.version().bpmn());
      drawing.onSelect(selected::accept);
      return section(
          "approvals.drawing",
          new Div(new Paragraph(rehearsed(dossier, person, drawing)), drawing));
    }
    var both = comparisons.of(live, dossier.version(), dossier.changes());
    both.newer().onSelect(selected::accept);
    var said = new Paragraph(sentences.sentence(dossier.changes()));
    var counted = new Paragraph(rehearsed(dossier, person, both.newer()));
    return section("approvals.changes.title", new Div(said, counted, both));
  }

  /** Writes the counts on the drawing and says where they are from. */
  private String rehearsed(Dossier dossier, SignedIn person, BpmnCanvas drawing) {
    return pictures
        .newestRehearsal(dossier.version().id())
        .map(run -> pictures.of(run, person.scope()))
        .map(picture -> {
          drawing.count(marks.counts(picture));
          return texts.get(
              picture.current() ? "rehearsal.dossier" : "rehearsal.dossier.old",
              Formats.day(picture.businessDate()),
              Formats.count(picture.audience()),
              Formats.yuan(picture.costYuan()));
        })
        .orElseGet(() -> texts.get("rehearsal.dossier.none"));
  }

  Component counts(Dossier dossier, SignedIn person) {
    var preview = runs.preview(dossier.journey().id(), person);
    return section(
        "approvals.counts",
        preview
            .<Component>map(this::counts)
            .orElseGet(() -> new Paragraph(texts.get("approvals.counts.none"))));
  }

  private Component counts(RunPreview preview) {
    var table = new SmallTable(texts.get("approvals.channel"), texts.get("approvals.count"));
    preview.sends().forEach((code, count) -> table.row(channel(code), Formats.count(count)));
    table.row(texts.get("approvals.leads"), Formats.count(preview.leads()));
    table.row(texts.get("approvals.cost"), Formats.yuan(preview.costYuan()));
    var from = texts.get("approvals.counts.from", Formats.day(preview.businessDate()));
    return new Div(new Paragraph(from), table);
  }

  private String channel(String code) {
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    return channels.find(code).map(channel -> channel.name(language)).orElse(code);
  }

  Component contents(Dossier dossier) {
    return section("approvals.contents", words.of(dossier));
  }

  Component risk(Dossier dossier) {
    return section("approvals.risk", new RiskTable(texts, dossier.risk()));
  }

  Component list(Dossier dossier) {
    return section("approvals.list", lists.of(dossier));
  }

  Component channels(Dossier dossier) {
    var table =
        new SmallTable(
                texts.get("approvals.channel"),
                texts.get("approvals.hours"),
                texts.get("approvals.cap"),
                texts.get("approvals.capacity"),
                texts.get("approvals.each"))
            .words(2, 3);
    for (var channel : dossier.channels()) {
      var caps = ChannelWords.caps(texts, channel);
      table.row(
          channel(channel.code()),
          channel.hours(),
          caps.isEmpty() ? texts.get("approvals.cap.none") : caps,
          Formats.count(channel.dailyCapacity()),
          ChannelWords.cost(channel));
    }
    return section("approvals.channels", table);
  }

  Component findings(Dossier dossier) {
    if (dossier.report().findings().isEmpty()) {
      return section("approvals.findings", new Paragraph(texts.get("approvals.findings.none")));
    }
    var list = new Div();
    dossier.report().findings().forEach(finding -> list.add(new Paragraph(finding.message())));
    return section("approvals.findings", list);
  }

  Component signatures(Dossier dossier) {
    var table = new SignatureTable(texts, clock.getZone(), dossier.signatures());
    return section("approvals.signatures", table);
  }

  private Component section(String title, Component body) {
    return new Div(new H3(texts.get(title)), body);
  }
}
