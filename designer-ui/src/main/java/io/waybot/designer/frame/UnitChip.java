package io.waybot.designer.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import com.vaadin.flow.server.VaadinSession;
import io.waybot.db.bank.OrgUnit;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.access.StepDown;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The unit whose customers the pages show; managers may step down and come back. */
@org.springframework.stereotype.Component
class UnitChip implements FrameItem {
  private final StepDown stepDown;
  private final CurrentUser user;
  private final Texts texts;

  UnitChip(StepDown stepDown, CurrentUser user, Texts texts) {
    this.stepDown = stepDown;
    this.user = user;
    this.texts = texts;
  }

  @Override
  public Place place() {
    return Place.BAR_START;
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public boolean visible() {
    return user.find().isPresent();
  }

  @Override
  public Component build() {
    var person = user.get();
    var choices = stepDown.choices(person);
    if (choices.size() == 1) {
      var chip = new Span(name(person.unit()));
      chip.addClassNames("wb-chip", "wb-wide-only");
      return chip;
    }
    var select = new Select<OrgUnit>();
    select.addThemeVariants(SelectVariant.LUMO_SMALL);
    select.setAriaLabel(texts.get("bar.unit"));
    select.setItems(choices);
    select.setItemLabelGenerator(UnitChip::name);
    select.setValue(
        choices.stream()
            .filter(choice -> choice.code().equals(person.unit().code()))
            .findFirst()
            .orElseThrow());
    select.addClassName("wb-unit");
    select.addValueChangeListener(change -> stand(person, change.getValue()));
    return select;
  }

  /** From here on the session's person stands in the unit; the page is built anew. */
  private void stand(SignedIn person, OrgUnit unit) {
    var there = stepDown.to(person, unit.code());
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(there, null, there.getAuthorities()));
    SecurityContextHolder.setContext(context);
    VaadinSession.getCurrent()
        .getSession()
        .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    UI.getCurrent().getPage().reload();
  }

  private static String name(OrgUnit unit) {
    var name = Texts.isChinese(Texts.language()) ? unit.nameZh() : unit.nameEn();
    return unit.code() + " " + name;
  }
}
