package io.waybot.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.dispatch.TestSends.Recipient;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.dispatch.TestSendService;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The colleagues to whom contents may be sent before they go live, and nobody else. */
@Route("test-list")
@Page(text = "testlist.title", menu = MenuGroup.RULES, order = 50)
@RolesAllowed({"ADMIN", "APPROVER", "PLANNER"})
class TestListView extends Div {
  private final TestSendService tests;
  private final Texts texts;
  private final Attempt attempt;
  private final boolean mayChange;
  private final Div body = new Div();

  TestListView(TestSendService tests, Texts texts, Attempt attempt, CurrentUser user) {
    this.tests = tests;
    this.texts = texts;
    this.attempt = attempt;
    this.mayChange = user.get().is(Role.ADMIN);
    addClassName("wb-content");
    var add =
        new Button(
            texts.get("testlist.add"),
            click -> new RecipientDialog(tests, texts, attempt, this::show).open());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(mayChange);
    add(new PageHeader(texts.get("testlist.title"), texts.get("testlist.what"), add), body);
    show();
  }

  private void show() {
    body.removeAll();
    var listed = tests.recipients();
    if (listed.isEmpty()) {
      body.add(StateMessage.empty(texts.get("testlist.none"), texts.get("testlist.none.what")));
      return;
    }
    var grid = new Grid<Recipient>();
    grid.addColumn(Recipient::name).setHeader(texts.get("testlist.name"));
    grid.addColumn(one -> known(one.phone())).setHeader(texts.get("testlist.phone"));
    grid.addColumn(one -> known(one.mail())).setHeader(texts.get("testlist.mail"));
    grid.addColumn(one -> known(one.deviceId())).setHeader(texts.get("testlist.device"));
    grid.addColumn(one -> known(one.customerKey())).setHeader(texts.get("testlist.customer"));
    grid.addComponentColumn(this::remove);
    grid.setItems(listed);
    body.add(grid);
  }

  private Component remove(Recipient recipient) {
    if (!mayChange) {
      return new Span();
    }
    var remove = new Button(texts.get("testlist.remove"));
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    remove.addClickListener(click -> {
      if (attempt.to(() -> tests.remove(recipient.id()))) {
        show();
      }
    });
    return remove;
  }

  private static String known(@Nullable String address) {
    return Optional.ofNullable(address).orElse("–");
  }
}
