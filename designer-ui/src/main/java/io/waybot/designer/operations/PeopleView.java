package io.waybot.designer.operations;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Person;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.Directory;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People, robots and technical accounts with their place and roles. */
@Route("people")
@Page(text = "people.title", menu = MenuGroup.OPERATIONS, order = 50)
@RolesAllowed("ADMIN")
class PeopleView extends VerticalLayout {
  private final Texts texts;
  private final Map<String, OrgUnit> units;

  PeopleView(Directory directory, Texts texts) {
    this.texts = texts;
    this.units =
        directory.units().stream().collect(Collectors.toMap(OrgUnit::code, Function.identity()));
    setSizeFull();
    var grid = new Grid<Person>();
    grid.addColumn(Person::login).setHeader(texts.get("people.login")).setAutoWidth(true);
    grid.addColumn(this::name).setHeader(texts.get("people.name")).setAutoWidth(true);
    grid.addColumn(person -> unit(person.orgCode()))
        .setHeader(texts.get("people.unit"))
        .setAutoWidth(true);
    grid.addColumn(this::roles).setHeader(texts.get("people.roles")).setAutoWidth(true);
    grid.addColumn(person -> texts.get("people.kind." + person.kind()))
        .setHeader(texts.get("people.kind"))
        .setAutoWidth(true);
    grid.addColumn(person -> person.leadsPerDay() == 0 ? "" : person.leadsPerDay())
        .setHeader(texts.get("people.leads"))
        .setAutoWidth(true);
    var rows = grid.setItems(directory.people());
    var search = new TextField();
    search.setPlaceholder(texts.get("people.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(
        change -> rows.setFilter(person -> words(person).contains(change.getValue().strip())));
    grid.setSizeFull();
    add(new PageHeader(texts.get("people.title"), texts.get("people.what"), search), grid);
  }

  private String words(Person person) {
    return String.join(
        " ",
        person.login(),
        person.nameZh(),
        person.nameEn(),
        unit(person.orgCode()),
        roles(person));
  }

  private String name(Person person) {
    return Texts.isChinese(Texts.language()) ? person.nameZh() : person.nameEn();
  }

  private String unit(String code) {
    var unit = units.get(code);
    if (unit == null) {
      return code;
    }
    return code + " " + (Texts.isChinese(Texts.language()) ? unit.nameZh() : unit.nameEn());
  }

  private String roles(Person person) {
    return person.roles().stream()
        .map(role -> texts.get("people.role." + role))
        .sorted()
        .collect(Collectors.joining(texts.get("list.comma")));
  }
}
