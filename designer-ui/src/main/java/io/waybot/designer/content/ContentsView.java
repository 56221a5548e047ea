package io.waybot.designer.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Scripts;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.content.ContentService;
import io.waybot.runtime.dispatch.ContentPreview;
import io.waybot.runtime.dispatch.TestSendService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The words of messages in both languages, and the scripts of branch staff. */
@Route("contents")
@Page(text = "contents.title", menu = MenuGroup.DESIGN, order = 40)
@RolesAllowed({"PLANNER", "APPROVER"})
class ContentsView extends VerticalLayout {
  private final ContentService service;
  private final Texts texts;
  private final Attempt attempt;
  private final ContentPreview preview;
  private final TestSendService tests;
  private final Clock clock;
  private final boolean mayWrite;
  private final Grid<Content> grid = new Grid<>();

  ContentsView(
      ContentService service,
      ContentPreview preview,
      TestSendService tests,
      Texts texts,
      Attempt attempt,
      CurrentUser user,
      Clock clock) {
    this.mayWrite = user.get().is(Role.PLANNER);
    this.preview = preview;
    this.tests = tests;
    this.service = service;
    this.texts = texts;
    this.attempt = attempt;
    this.clock = clock;
    setSizeFull();
    var create = new Button(texts.get("contents.new"), click -> edit(Optional.empty()));
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.setVisible(mayWrite);
    var tabs = new TabSheet();
    tabs.setSizeFull();
    tabs.add(texts.get("contents.contents"), contents());
    tabs.add(texts.get("contents.scripts"), scripts());
    add(new PageHeader(texts.get("contents.title"), texts.get("contents.what"), create), tabs);
  }

  private Grid<Content> contents() {
    grid.addColumn(Content::code)
        .setHeader(texts.get("contents.code"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(content -> words(content).title())
        .setHeader(texts.get("contents.name"))
        .setAutoWidth(true);
    grid.addColumn(content -> words(content).body())
        .setHeader(texts.get("contents.body"))
        .setFlexGrow(3);
    grid.addColumn(content -> Optional.ofNullable(content.productCode()).orElse(""))
        .setHeader(texts.get("contents.product"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(content -> texts.get("contents.purpose." + content.purpose()))
        .setHeader(texts.get("contents.purpose"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::validity)
        .setHeader(texts.get("contents.until"))
        .setAutoWidth(true);
    grid.addColumn(Content::version)
        .setHeader(texts.get("contents.version"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("contents.none"), texts.get("contents.none.what")));
    grid.addItemClickListener(click -> edit(Optional.of(click.getItem())));
    grid.setSizeFull();
    refresh();
    return grid;
  }

  private Component scripts() {
    var list = new Grid<Scripts.Script>();
    boolean zh = Texts.isChinese(Texts.language());
    list.addColumn(Scripts.Script::code)
        .setHeader(texts.get("contents.code"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    list.addColumn(script -> zh ? script.nameZh() : script.nameEn())
        .setHeader(texts.get("contents.name"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    list.addComponentColumn(script -> wrapped(zh ? script.textZh() : script.textEn()))
        .setHeader(texts.get("contents.say"))
        .setFlexGrow(2);
    list.addComponentColumn(script -> wrapped(zh ? script.dontZh() : script.dontEn()))
        .setHeader(texts.get("contents.dont"))
        .setFlexGrow(1);
    list.setItems(service.scripts());
    list.setSizeFull();
    if (service.mayChangeCatalogue()) {
      Runnable refresh = () -> list.setItems(service.scripts());
      list.addItemClickListener(
          click -> new ScriptDialog(service, texts, attempt, click.getItem(), refresh).open());
      var create =
          new Button(
              texts.get("scripts.new"),
              click -> new ScriptDialog(service, texts, attempt, null, refresh).open());
      var tab = new VerticalLayout(create, list);
      tab.setSizeFull();
      tab.setPadding(false);
      return tab;
    }
    return list;
  }

  private static Span wrapped(@org.jspecify.annotations.Nullable String text) {
    var span = new Span(text == null ? "" : text);
    span.addClassName("wb-wrap");
    return span;
  }

  private Span validity(Content content) {
    var until = content.validUntil();
    if (until == null) {
      return new Span(texts.get("contents.always"));
    }
    var span = new Span(Formats.day(until));
    var today = LocalDate.now(clock);
    if (until.isBefore(today)) {
      span.addClassName("wb-bad");
    } else if (until.isBefore(today.plusDays(14))) {
      span.addClassName("wb-warn");
    }
    return span;
  }

  private void edit(Optional<Content> content) {
    new ContentDialog(service, texts, attempt, content, this::preview, this::refresh).open();
  }

  private void preview(ContentDraft draft, boolean saved) {
    var dialog = new PreviewDialog(preview, tests, texts, attempt, draft);
    (saved ? dialog.withTestSend() : dialog).open();
  }

  private void refresh() {
    grid.setItems(service.contents());
  }

  private static Content.Text words(Content content) {
    var text = content.texts().get(Texts.isChinese(Texts.language()) ? "zh" : "en");
    return text == null ? new Content.Text("", "") : text;
  }
}
