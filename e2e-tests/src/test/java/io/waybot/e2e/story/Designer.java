package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;

/** The designer under a planner's hand: everything by mouse, as nobody types an id. */
final class Designer {
  private static final String BLOCKS =
      "all => all.map(each => each.getAttribute('data-element-id'))"
          + ".filter(id => !id.endsWith('_label'))";

  /** What hangs at the mouse, if anything does. */
  private static final String DRAGGED =
      "document.querySelector('waybot-canvas').modeler.get('dragging').context()";

  private final Page page;

  Designer(Page page) {
    this.page = page;
  }

  /** A first journey, opened with its first blocks already joined. */
  static Designer begin(Page page, String nameZh, String nameEn) {
    var designer = create(page, nameZh, nameEn);
    designer.readBubbles();
    return designer;
  }

  /** A further journey of somebody who has read what a first visit says. */
  static Designer create(Page page, String nameZh, String nameEn) {
    page.navigate("/journeys");
    button(page, "新建旅程").click();
    page.locator("#new-zh input").fill(nameZh);
    page.locator("#new-en input").fill(nameEn);
    button(page, "新建").last().click();
    page.waitForURL("**/journeys/*-*");
    var designer = new Designer(page);
    assertThat(designer.block("split_arms_1")).isVisible();
    return designer;
  }

  /** An existing journey, opened in a fresh session. */
  static Designer open(Page page, String url) {
    page.navigate(url);
    var designer = new Designer(page);
    designer.readBubbles();
    return designer;
  }

  /** Waits until the server has everything that was drawn. */
  void saved() {
    page.evaluate("document.querySelector('waybot-canvas').flush()");
    page.waitForFunction(
        "(canvas => canvas.confirmed >= canvas.number)(document.querySelector('waybot-canvas'))");
  }

  /** What a first visit says. */
  private void readBubbles() {
    var bubble = page.locator(".wb-bubble");
    for (var word : List.of("拖一块积木", "右边填写", "先试运行")) {
      assertThat(bubble).containsText(word);
      bubble.locator("#first-visit-next").click();
    }
    assertThat(bubble).isHidden();
  }

  /** Drags a block from the palette to the right of another. */
  String dragBehind(String paletteBlock, String behind) {
    var before = shapes();
    page.locator("[data-block='" + paletteBlock + "']").scrollIntoViewIfNeeded();
    var from = middle(page.locator("[data-block='" + paletteBlock + "']"));
    var target = block(behind).boundingBox();
    page.mouse().move(from.x, from.y);
    page.mouse().down();
    var steps = new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8);
    page.mouse().move(from.x + 60, from.y + 20, steps);
    page.mouse().move(target.x + target.width * 2.2, target.y + target.height / 2, steps);
    page.mouse().up();
    return added(before);
  }

  /** The plus sign beside a block, then the next block from the list. */
  String append(String to, String paletteBlock) {
    var before = shapes();
    select(to);
    page.locator(".djs-context-pad .entry.wb-pad-append").click();
    page.locator(".djs-popup [data-id='" + paletteBlock + "']").click();
    var added = added(before);
    fit();
    return added;
  }

  /** Puts what was copied into the free place below the drawing. */
  void paste() {
    page.waitForCondition(() -> {
      if (page.evaluate("!!" + DRAGGED).equals(true)) {
        return true;
      }
      selectNothing(); // and the canvas hears the keys
      page.keyboard().press("Control+v");
      return false;
    });
    var drawing = page.locator(".wb-drawing").boundingBox();
    var steps = new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4);
    page.mouse().move(drawing.x + 300, drawing.y + drawing.height - 130);
    page.mouse().move(drawing.x + 320, drawing.y + drawing.height - 120, steps);
    page.waitForFunction(DRAGGED + ".payload.hover");
    page.mouse().click(drawing.x + 320, drawing.y + drawing.height - 120);
  }

  /** The arrow beside a block, drawn to another. */
  void connect(String from, String to) {
    select(from);
    page.locator(".djs-context-pad [data-action='connect']").click();
    var target = middle(block(to));
    page.mouse().move(target.x - 3, target.y - 3);
    page.mouse().move(target.x, target.y);
    page.mouse().click(target.x, target.y);
  }

  /** The canvas takes no click within half a second of a drag's end, hence once more. */
  void select(String elementId) {
    selectBy(elementId, new Locator.ClickOptions());
  }

  private void selectBy(String elementId, Locator.ClickOptions click) {
    var selected = page.locator(".djs-element.selected[data-element-id='" + elementId + "']");
    page.waitForCondition(() -> {
      if (selected.count() == 0) {
        block(elementId).click(click);
      }
      return selected.count() == 1;
    });
  }

  /** The line that leads to a block. */
  void selectLineTo(String elementId) {
    page.evaluate(
        """
        id => {
          const modeler = document.querySelector('waybot-canvas').modeler;
          const block = modeler.get('elementRegistry').get(id);
          modeler.get('selection').select(block.incoming[0]);
        }
        """,
        elementId);
    assertThat(page.locator(".djs-connection.selected")).hasCount(1);
  }

  /** One block after the other, with the shift key. */
  void selectAll(String first, String... others) {
    select(first);
    for (var other : others) {
      selectBy(other, new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    }
  }

  /** Puts what is selected where every tab finds it. */
  void copy() {
    page.waitForCondition(() -> {
      page.keyboard().press("Control+c");
      return page.evaluate("localStorage.getItem('waybot-clipboard') !== null").equals(true);
    });
  }

  void text(String field, String text) {
    var input = field(field).locator("input, textarea").first();
    input.fill(text);
    input.press("Tab");
  }

  /** Picks one of the offered values of a field of the selected block. */
  void choose(String field, String label) {
    var select = field(field).locator("select");
    var value =
        select
            .locator("option")
            .filter(new Locator.FilterOptions().setHasText(label))
            .first()
            .getAttribute("value");
    select.selectOption(value);
  }

  /** What a list field of the selected block has been filled with. */
  Locator chosen(String field) {
    return field(field).locator("option:checked");
  }

  void tick(String field, String... labels) {
    for (var label : labels) {
      box(field, label).check();
    }
  }

  /** A field that is a single switch. */
  void turnOn(String field) {
    field(field).locator("input").check();
  }

  void untick(String field, String label) {
    box(field, label).uncheck();
  }

  private Locator box(String field, String label) {
    return field(field)
        .locator("label")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .locator("input");
  }

  void number(String field, int number) {
    var input = field(field).locator("input");
    input.fill(String.valueOf(number));
    input.press("Tab");
  }

  /** The settings of the journey as a whole stand where no block is selected. */
  Locator settings(String name) {
    return page.locator("#settings-" + name);
  }

  /** Goal, end, assessment number and risk: without these nobody signs. */
  void fillSettings(String goal) {
    selectNothing();
    settings("goal").locator("input").click();
    item("vaadin-multi-select-combo-box-item", goal).click();
    settings("goal").locator("input").press("Escape");
    fill("until", "2027-05-31");
    fill("assessment", "PIA-2026-018");
    settings("risk").click();
    item("vaadin-select-item", "中").click();
  }

  void fill(String setting, String text) {
    var input = settings(setting).locator("input");
    input.fill(text);
    input.press("Enter");
    input.press("Tab");
  }

  private Locator item(String tag, String text) {
    return page.locator(tag)
        .filter(new Locator.FilterOptions().setHasText(text).setVisible(true))
        .first();
  }

  void selectNothing() {
    page.keyboard().press("Escape");
    var drawing = page.locator(".wb-drawing").boundingBox();
    page.mouse().click(drawing.x + 40, drawing.y + drawing.height - 60);
  }

  void fit() {
    button(page, "适应窗口").click();
  }

  /** An entry of the menu behind the three dots. */
  void more(String entry) {
    page.locator(".wb-tools vaadin-menu-bar-button").first().click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry)).click();
  }

  Locator check() {
    return page.locator("#check");
  }

  Locator nextStep() {
    return page.locator("#next-step");
  }

  Locator block(String elementId) {
    return page.locator("[data-element-id='" + elementId + "']").first();
  }

  private Locator field(String name) {
    return page.locator("[data-entry-id='wb-" + name + "']");
  }

  @SuppressWarnings("unchecked")
  private List<String> shapes() {
    return (List<String>) page.locator(".djs-element.djs-shape").evaluateAll(BLOCKS);
  }

  private String added(List<String> before) {
    page.waitForCondition(() -> shapes().size() > before.size());
    return shapes().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Point middle(Locator locator) {
    BoundingBox box = locator.boundingBox();
    return new Point(box.x + box.width / 2, box.y + box.height / 2);
  }

  private record Point(double x, double y) {}
}
