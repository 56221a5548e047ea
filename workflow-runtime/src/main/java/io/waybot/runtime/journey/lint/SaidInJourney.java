package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a journey says to customers: which block, which content, by which channels. */
@Component
class SaidInJourney {
  private final Contents contents;
  private final Products products;

  SaidInJourney(Contents contents, Products products) {
    this.contents = contents;
    this.products = products;
  }

  /**
   * @param code as the block names it
   * @param content null if there is none with this code
   */
  record Line(
      Step step,
      String code,
      @Nullable Content content,
      Set<String> channels,
      Set<String> languages) {}

  /** An offer of a decision, with the product if there is one. */
  record Offered(Step step, String code, Optional<Product> product) {}

  List<Line> lines(Plan plan) {
    var lines = new ArrayList<Line>();
    for (var send : plan.robots("dispatch")) {
      var channel = send.input("channel");
      add(
          lines,
          send,
          send.input("content"),
          channel.isEmpty() ? Set.of() : Set.of(channel),
          Set.of(language(send)));
    }
    var languages =
        plan.robots("dispatch").stream().map(SaidInJourney::language).collect(Collectors.toSet());
    for (var decision : plan.robots("decide-treatments")) {
      var channels = new HashSet<>(Codes.in(decision.input("channels")));
      if (decision.input("contents").isEmpty()) {
        usual(plan, decision)
            .forEach(
                c -> lines.add(new Line(decision, c.code(), c, Set.copyOf(channels), languages)));
      } else {
        add(lines, decision, decision.input("contents"), channels, languages);
      }
    }
    return lines;
  }

  /** Left open, a block writes Chinese. */
  private static String language(Step send) {
    return send.input("language").isEmpty() ? "zh" : send.input("language");
  }

  /** Everything that the journey's decisions offer. */
  List<Offered> offers(Plan plan) {
    return plan.robots("decide-treatments").stream()
        .flatMap(step ->
            Codes.in(step.input("offers")).stream()
                .filter(code -> !code.startsWith("="))
                .map(code -> new Offered(step, code, products.find(code))))
        .toList();
  }

  Optional<Product> product(@Nullable String code) {
    return Optional.ofNullable(code).flatMap(products::find);
  }

  /** What a decision without contents of its own takes for an offer: the first that is valid. */
  Optional<Content> usual(String product, LocalDate today) {
    return contents.all().stream()
        .filter(content -> product.equals(content.productCode()) && content.marketing())
        .filter(content -> content.validFrom() == null || !today.isBefore(content.validFrom()))
        .filter(content -> content.validUntil() == null || !today.isAfter(content.validUntil()))
        .findFirst();
  }

  private List<Content> usual(Plan plan, Step decision) {
    return Codes.in(decision.input("offers")).stream()
        .flatMap(product -> usual(product, plan.today()).stream())
        .toList();
  }

  private void add(
      List<Line> lines, Step step, String codes, Set<String> channels, Set<String> languages) {
    if (!codes.startsWith("=")) {
      Codes.in(codes)
          .forEach(code ->
              lines.add(
                  new Line(
                      step,
                      code,
                      contents.find(code).orElse(null),
                      Set.copyOf(channels),
                      languages)));
    }
  }
}
