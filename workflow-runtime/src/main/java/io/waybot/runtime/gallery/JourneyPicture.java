package io.waybot.runtime.gallery;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.runtime.journey.DrawnShapes;
import io.waybot.runtime.journey.DrawnShapes.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Draws a template as an SVG picture in the reader's language. */
@Component
public class JourneyPicture {
  private static final int MARGIN = 24;
  private static final double SCALE = .72;
  private static final int LONGEST_LINE = 12;
  private static final int LONGEST_CHINESE = 6;
  private static final Map<BlockGroup, String> COLOURS =
      Map.of(
          BlockGroup.LIST, "#0b57a4",
          BlockGroup.MATERIAL, "#00838f",
          BlockGroup.STRATEGY, "#6a3fb5",
          BlockGroup.REACH, "#c2570c",
          BlockGroup.FEEDBACK, "#1b7f4b",
          BlockGroup.BENEFIT, "#b0216b",
          BlockGroup.EVALUATION, "#8a6d00",
          BlockGroup.CONSULTATION, "#5d6b2e");
  private static final String LINE = "#5b6770";

  private final Gallery gallery;
  private final TemplateCatalog catalog;

  JourneyPicture(Gallery gallery, TemplateCatalog catalog) {
    this.gallery = gallery;
    this.catalog = catalog;
  }

  /**
   * @throws IllegalArgumentException if the gallery has no such template
   */
  public String svg(String key, Locale language) {
    var entry =
        gallery.find(key).orElseThrow(() -> new IllegalArgumentException("no template " + key));
    var shapes = DrawnShapes.of(entry.drawing());
    var blocks =
        catalog.blocks(language).stream().collect(Collectors.toMap(Block::id, block -> block));
    var nodes = shapes.nodes();
    double left = nodes.stream().mapToDouble(Node::x).min().orElse(0) - MARGIN;
    double top = nodes.stream().mapToDouble(Node::y).min().orElse(0) - MARGIN;
    double right = nodes.stream().mapToDouble(n -> n.x() + n.width()).max().orElse(0) + MARGIN;
    double bottom =
        nodes.stream().mapToDouble(n -> n.y() + n.height()).max().orElse(0) + 2 * MARGIN;
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%.0f %.0f %.0f %.0f\""
                + " width=\"%.0f\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\""
                + " font-size=\"%d\">\n",
            left,
            top,
            right - left,
            bottom - top,
            (right - left) * SCALE,
            HtmlUtils.htmlEscape(entry.template().name(language.getLanguage())),
            chinese(language) ? 15 : 13));
    shapes.lines().forEach(line -> svg.append(line(line)));
    for (var node : nodes) {
      svg.append(node(node, blocks.get(node.template()), language));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String line(List<double[]> points) {
    var path =
        points.stream()
            .map(p -> String.format(Locale.ROOT, "%.0f,%.0f", p[0], p[1]))
            .collect(Collectors.joining(" "));
    return "<polyline points=\""
        + path
        + "\" fill=\"none\" stroke=\""
        + LINE
        + "\" stroke-width=\"1.5\"/>\n";
  }

  private static String node(
      Node node, @org.jspecify.annotations.Nullable Block block, Locale language) {
    double x = node.x() + node.width() / 2;
    double y = node.y() + node.height() / 2;
    if (node.type().endsWith("Gateway")) {
      return String.format(
          Locale.ROOT,
          "<path d=\"M%.0f %.0fl25 25-25 25-25-25z\" fill=\"#fff\" stroke=\"%s\"/>\n",
          x,
          y - 25,
          LINE);
    }
    if (block == null) {
      return String.format(
              Locale.ROOT,
              "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"18\" fill=\"#fff\" stroke=\"%s\""
                  + " stroke-width=\"%s\"/>\n",
              x,
              y,
              LINE,
              node.type().equals("endEvent") ? "3" : "1.5")
          + (chinese(language) ? text(node.name(), x, y + 36, LINE) : "");
    }
    var colour = COLOURS.getOrDefault(block.group(), LINE);
    var box =
        String.format(
            Locale.ROOT,
            "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"8\" fill=\"#fff\""
                + " stroke=\"%s\" stroke-width=\"1.8\"/>\n",
            node.x(),
            node.y(),
            node.width(),
            node.height(),
            colour);
    return box + words(chinese(language) ? node.name() : block.name(), x, y, colour);
  }

  private static boolean chinese(Locale language) {
    return language.getLanguage().equals("zh");
  }

  /** At most two lines: Chinese broken anywhere, English at a space. */
  private static String words(String name, double x, double y, String colour) {
    boolean han = name.codePoints().anyMatch(Character::isIdeographic);
    int end = name.length() <= (han ? LONGEST_CHINESE : LONGEST_LINE) ? -1 : breakOf(name, han);
    return end < 0
        ? text(name, x, y + 5, colour)
        : text(name.substring(0, end).strip(), x, y - 4, colour)
            + text(name.substring(end).strip(), x, y + 14, colour);
  }

  private static int breakOf(String name, boolean han) {
    int space = name.lastIndexOf(' ', LONGEST_LINE);
    return space > 0 ? space : han ? LONGEST_CHINESE : -1;
  }

  private static String text(String words, double x, double y, String colour) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n",
        x,
        y,
        colour,
        HtmlUtils.htmlEscape(words));
  }
}
