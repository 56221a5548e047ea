package io.waybot.designer.design;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.ElementTemplates;
import io.waybot.bots.template.LiveChoices;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.designer.shell.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the canvas must know before it can draw: blocks with today's choices, and words. */
@Component
public class CanvasConfiguration {
  private static final String WORDS = "canvas.";

  private final TemplateCatalog catalog;
  private final LiveChoices choices;
  private final Texts texts;
  private final JsonMapper json;

  CanvasConfiguration(TemplateCatalog catalog, LiveChoices choices, Texts texts, JsonMapper json) {
    this.catalog = catalog;
    this.choices = choices;
    this.texts = texts;
    this.json = json;
  }

  /** For a canvas in this language. */
  public ObjectNode in(Locale locale) {
    var configuration = json.createObjectNode();
    configuration.put("language", Texts.isChinese(locale) ? "zh" : "en");
    configuration.set("words", words(locale));
    var blocks = configuration.putArray("blocks");
    all(locale).forEach(blocks::add);
    return configuration;
  }

  private List<ObjectNode> all(Locale locale) {
    var blocks = new ArrayList<ObjectNode>();
    for (var block : choices.fill(catalog.blocks(locale), locale)) {
      blocks.add(robot(block, locale));
    }
    for (var plain : PlainBlock.values()) {
      blocks.add(plain.json(json, texts, locale));
    }
    var groups = Comparator.comparingInt((ObjectNode block) -> block.get("place").asInt());
    blocks.sort(groups);
    return blocks;
  }

  private ObjectNode robot(Block block, Locale locale) {
    ObjectNode node = json.valueToTree(block);
    node.put("groupName", texts.getTranslation("group." + block.group(), locale));
    node.put("place", block.group().ordinal() * 1000 + block.order());
    node.set("template", json.valueToTree(ElementTemplates.of(block)));
    return node;
  }

  private ObjectNode words(Locale locale) {
    var words = json.createObjectNode();
    texts
        .all(locale)
        .forEach((key, text) -> {
          if (key.startsWith(WORDS)) {
            words.put(key.substring(WORDS.length()), text);
          }
        });
    return words;
  }
}
