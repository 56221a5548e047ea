package io.waybot.designer.design;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.ElementTemplates;
import io.waybot.bots.template.LiveChoices;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.policy.ContactRule;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rules.ContactRuleService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the canvas must know before it can draw: blocks with today's choices, the bank's date, and
 * words.
 */
@Component
public class CanvasConfiguration {
  private static final String WORDS = "canvas.";
  private static final String CONTACT_RULES = "filter-by-policy";

  private final TemplateCatalog catalog;
  private final LiveChoices choices;
  private final ContactRuleService rules;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;

  CanvasConfiguration(
      TemplateCatalog catalog,
      LiveChoices choices,
      ContactRuleService rules,
      Texts texts,
      JsonMapper json,
      Clock clock) {
    this.catalog = catalog;
    this.choices = choices;
    this.rules = rules;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  /** For a canvas in this language. */
  public ObjectNode in(Locale locale) {
    var configuration = json.createObjectNode();
    configuration.put("language", Texts.isChinese(locale) ? "zh" : "en");
    configuration.put("today", LocalDate.now(clock).toString());
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
    if (block.job().equals(CONTACT_RULES)) {
      var notes = node.putArray("notes");
      rules.inOrder().forEach(rule -> notes.add(words(rule, locale)));
    }
    node.set("template", json.valueToTree(ElementTemplates.of(block)));
    return node;
  }

  /** A rule of the bank as planners read it beside the block; they cannot change it there. */
  private String words(ContactRule rule, Locale locale) {
    var words = new StringBuilder(texts.getTranslation("contactRule." + rule.code(), locale));
    new TreeMap<>(rule.parameters())
        .forEach((name, value) ->
            words
                .append(" · ")
                .append(texts.getTranslation("rules.parameter." + name, locale, value)));
    return words.toString();
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
