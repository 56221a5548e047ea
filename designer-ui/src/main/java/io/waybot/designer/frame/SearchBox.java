package io.waybot.designer.frame;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import io.waybot.db.bank.Role;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.journey.JourneyRow;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One box for customer numbers, journeys and runs; the key / goes there. */
@Component
class SearchBox implements FrameItem {
  private final JourneyList journeys;
  private final CurrentUser user;
  private final Texts texts;

  SearchBox(JourneyList journeys, CurrentUser user, Texts texts) {
    this.journeys = journeys;
    this.user = user;
    this.texts = texts;
  }

  @Override
  public Place place() {
    return Place.BAR_START;
  }

  @Override
  public int order() {
    return 20;
  }

  /** Those who look customers up: to ask why they got something, or to serve them. */
  @Override
  public boolean visible() {
    return user.find()
        .filter(person -> asksWhy(person) || person.isAny(Role.STAFF, Role.MANAGER))
        .isPresent();
  }

  private static boolean asksWhy(SignedIn person) {
    return person.isAny(Role.PLANNER, Role.APPROVER, Role.ADMIN, Role.ANALYST);
  }

  @Override
  public com.vaadin.flow.component.Component build() {
    var box = new TextField();
    var hint = texts.get(asksWhy(user.get()) ? "bar.search" : "bar.search.customer");
    box.setPlaceholder(hint);
    box.setAriaLabel(hint);
    box.setPrefixComponent(VaadinIcon.SEARCH.create());
    box.addClassNames("wb-search", "wb-wide-only");
    box.setValueChangeMode(ValueChangeMode.EAGER); // Enter comes before the field would tell
    box.addKeyPressListener(
        Key.ENTER, enter -> box.getUI().ifPresent(ui -> go(ui, box.getValue().strip())));
    box.addFocusShortcut(Key.SLASH);
    return box;
  }

  private void go(UI ui, String word) {
    if (word.isEmpty()) {
      return;
    }
    if (!asksWhy(user.get())) {
      ui.navigate("customers/" + word);
    } else if (word.chars().allMatch(Character::isDigit)) {
      ui.navigate("why", QueryParameters.simple(Map.of("customer", word)));
    } else if (isId(word)) {
      ui.navigate("runs/" + word);
    } else {
      journeys.of(user.get()).stream()
          .filter(journey -> named(journey, word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .ifPresentOrElse(
              journey -> ui.navigate("journeys/" + journey.id()),
              () -> Notice.bad(texts.get("bar.search.nothing", word)));
    }
  }

  private static boolean named(JourneyRow journey, String word) {
    return journey.key().contains(word)
        || journey.nameZh().toLowerCase(Locale.ROOT).contains(word)
        || journey.nameEn().toLowerCase(Locale.ROOT).contains(word);
  }

  private static boolean isId(String word) {
    try {
      UUID.fromString(word);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
