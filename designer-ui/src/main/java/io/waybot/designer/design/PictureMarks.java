package io.waybot.designer.design;

import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rehearsal.CustomerWay;
import io.waybot.runtime.rehearsal.LiveCount;
import io.waybot.runtime.rehearsal.RunPicture;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a run or a rehearsal did on its drawing. */
@Component
public class PictureMarks {
  private final Texts texts;
  private final JsonMapper json;

  PictureMarks(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** Counts on lines, removed customers and costs on blocks, as the canvas takes them. */
  public ArrayNode counts(RunPicture picture) {
    var marks = json.createArrayNode();
    var stale = picture.current() ? "" : " stale";
    for (var flow : picture.flows()) {
      var count = Formats.count(flow.customers());
      var mark = marks.addObject().put("id", flow.id());
      if (flow.forecast()) {
        mark.put("text", texts.get("picture.forecast", count))
            .put("title", texts.get("picture.forecast.what"))
            .put("kind", "flow forecast" + stale);
      } else {
        mark.put("text", count)
            .put("title", texts.get("picture.flow", count))
            .put("kind", "flow" + stale);
      }
    }
    picture.blocks().forEach(block -> block(marks, block, stale));
    return marks;
  }

  /** Counts of a drawing in the making; they stand in place of a rehearsal's of an older one. */
  public ArrayNode counts(LiveCount count, @Nullable RunPicture older) {
    var marks = json.createArrayNode();
    var hint = texts.get("picture.live", Formats.day(count.asOf()));
    var counted = new HashSet<String>();
    for (var flow : count.flows()) {
      counted.add(flow.id());
      marks
          .addObject()
          .put("id", flow.id())
          .put("text", "≈ " + Formats.count(flow.customers()))
          .put("title", hint)
          .put("kind", "flow live");
    }
    for (var block : count.blocks()) {
      counted.add(block.id());
      block(marks, block, " live");
    }
    if (older != null) {
      counts(older)
          .forEach(mark -> {
            if (!counted.contains(mark.path("id").asString())) {
              marks.add(mark);
            }
          });
    }
    return marks;
  }

  /** Lines behind the first wait of a rehearsal are dashed. */
  public ObjectNode paint(RunPicture picture) {
    var classes = json.createObjectNode();
    picture.flows().stream()
        .filter(RunPicture.Flow::forecast)
        .forEach(flow -> classes.put(flow.id(), "wb-forecast"));
    return classes;
  }

  /** The same with one customer's way besides. */
  public ObjectNode paint(RunPicture picture, @Nullable CustomerWay way) {
    var classes = paint(picture);
    if (way != null) {
      way.lines().forEach(line -> add(classes, line, "wb-way"));
      way.stops()
          .forEach(stop ->
              add(
                  classes,
                  stop.elementId(),
                  stop.did() == CustomerWay.Did.LEFT || stop.did() == CustomerWay.Did.NOT_FOUND
                      ? "wb-way-end"
                      : "wb-way"));
    }
    return classes;
  }

  private static void add(ObjectNode classes, String id, String name) {
    var before = classes.path(id).asString("");
    classes.put(id, before.isEmpty() ? name : before + " " + name);
  }

  private void block(ArrayNode marks, RunPicture.Block block, String stale) {
    int removed = block.removed().values().stream().mapToInt(Integer::intValue).sum();
    if (removed > 0) {
      marks
          .addObject()
          .put("id", block.id())
          .put("text", "−" + Formats.count(removed))
          .put("title", reasons(block.removed()))
          .put("kind", "removed" + stale);
    }
    if (block.costYuan().compareTo(BigDecimal.ZERO) > 0) {
      marks
          .addObject()
          .put("id", block.id())
          .put("text", Formats.yuan(block.costYuan()))
          .put("title", texts.get("picture.cost"))
          .put("kind", "cost" + stale);
    }
  }

  /** Rule and customers, one on each line. */
  private String reasons(Map<String, Integer> removed) {
    return removed.entrySet().stream()
        .map(entry -> rule(entry.getKey()) + " " + Formats.count(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** A rule as people call it. */
  public String rule(String code) {
    var key = "rule." + code.toUpperCase(Locale.ROOT);
    return texts.has(key) ? texts.get(key) : code;
  }
}
