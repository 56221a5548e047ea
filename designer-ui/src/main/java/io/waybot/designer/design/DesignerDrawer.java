package io.waybot.designer.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.Finding;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

/** The drawer below the canvas: findings, rehearsal, versions; closed it shows its tabs only. */
class DesignerDrawer extends Div {
  private final Texts texts;
  private final Clock clock;
  private final Consumer<String> show;
  private final Button findingsTab;
  private final Button rehearsalTab;
  private final Button versionsTab;
  private final Div body = new Div();
  private final Div findings = new Div();
  private final Div versions = new Div();
  private final RehearsalTab rehearsal;
  private final Span note = new Span();

  /**
   * @param show brings the element of a finding into view
   */
  DesignerDrawer(Texts texts, Clock clock, RehearsalTab rehearsal, Consumer<String> show) {
    this.texts = texts;
    this.clock = clock;
    this.show = show;
    this.rehearsal = rehearsal;
    addClassName("wb-drawer");
    findingsTab = tab(texts.get("designer.findings", 0), findings);
    rehearsalTab = tab(texts.get("rehearsal.tab"), rehearsal);
    versionsTab = tab(texts.get("designer.versions"), versions);
    note.addClassName("wb-drawer-note");
    var tabs = new Div(findingsTab, rehearsalTab, versionsTab, note);
    tabs.addClassName("wb-drawer-tabs");
    body.addClassName("wb-drawer-body");
    add(tabs, body);
  }

  void findings(List<Finding> found) {
    findingsTab.setText(texts.get("designer.findings", found.size()));
    findings.removeAll();
    if (found.isEmpty()) {
      findings.add(new Span(texts.get("designer.findings.none")));
    }
    found.forEach(each -> findings.add(row(each)));
  }

  /** Says at the right what editing an approved or a live journey means. */
  void note(Draft draft) {
    note.setText(sentence(draft));
  }

  private String sentence(Draft draft) {
    if (draft.version().state() == VersionState.APPROVED) {
      return texts.get("designer.approvedNote");
    }
    var live = draft.liveVersion();
    return live == null || live == draft.version().versionNo()
        ? ""
        : texts.get("designer.liveNote", live, draft.version().versionNo());
  }

  void versions(List<JourneyVersion> all) {
    versions.removeAll();
    var path = "journeys/" + all.getFirst().journeyId() + "/versions";
    var compare = new Anchor(path, texts.get("designer.versions.compare"));
    compare.getElement().setAttribute("router-link", true); // saves first, as every way out does
    versions.add(compare);
    for (var version : all) {
      var state = new Span(texts.get("journey.state." + version.state(), version.versionNo()));
      state.addClassName("wb-chip");
      var saved = LocalDateTime.ofInstant(version.savedAt(), clock.getZone());
      var when = Formats.day(saved.toLocalDate()) + " " + Formats.time(saved.toLocalTime());
      var row =
          new Div(
              new Span("v" + version.versionNo()),
              state,
              new Span(when + " · " + version.author()));
      row.addClassName("wb-finding");
      versions.add(row);
    }
  }

  void openFindings() {
    open(findingsTab, findings);
  }

  void openRehearsal() {
    open(rehearsalTab, rehearsal);
  }

  private Div row(Finding finding) {
    var error = finding.severity() == Finding.Severity.ERROR;
    var icon = (error ? VaadinIcon.CLOSE_CIRCLE : VaadinIcon.WARNING).create();
    icon.addClassName(error ? "wb-bad" : "wb-warn");
    var row = new Div(icon, new Span(finding.message()));
    row.addClassName("wb-finding");
    row.setTitle(finding.basis());
    var element = finding.elementId();
    if (element != null) {
      row.addClassName("wb-link");
      row.getElement().setAttribute("tabindex", "0").setAttribute("data-element", element);
      row.addClickListener(click -> show.accept(element));
    }
    return row;
  }

  private Button tab(String text, Div content) {
    var tab = new Button(text);
    tab.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    tab.addClickListener(click -> {
      if (hasClassName("open") && content.getParent().isPresent()) {
        removeClassName("open");
      } else {
        open(tab, content);
      }
    });
    return tab;
  }

  private void open(Button tab, Div content) {
    List.of(findingsTab, rehearsalTab, versionsTab).forEach(each -> each.removeClassName("on"));
    tab.addClassName("on");
    body.removeAll();
    body.add(content);
    addClassName("open");
  }
}
