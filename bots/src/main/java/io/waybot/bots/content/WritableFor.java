package io.waybot.bots.content;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.dispatch.Unrenderable;
import io.waybot.bots.policy.FactScan;
import io.waybot.db.dispatch.CustomerFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Finds the customers that a set of contents can be written for. */
@Component
class WritableFor {
  private static final List<String> PERSONAL =
      List.of("surname_zh", "surname_en", "gender", "risk_valid_until");
  private static final CustomerFacts SOMEBODY =
      new CustomerFacts(
          Map.of(
              "surname_zh", "欧阳",
              "surname_en", "Ouyang",
              "gender", "F",
              "risk_valid_until", "2026-12-31"));

  private final FactScan facts;
  private final ContentRenderer renderer;

  WritableFor(FactScan facts, ContentRenderer renderer) {
    this.facts = facts;
    this.renderer = renderer;
  }

  /**
   * Parts of the longest text message, for a customer of whom everything is known.
   *
   * @throws Unrenderable if it cannot be written for anybody
   */
  int parts(List<PreparedText> texts, Set<String> channels) {
    return texts.stream()
        .mapToInt(text -> text.write(renderer, channels, SOMEBODY))
        .max()
        .orElse(0);
  }

  /**
   * Whom all of the texts can be written for. Whether that is so depends only on which of the
   * personal fields are filled, so each combination is tried once.
   *
   * @param polite false: a customer without a name is left out rather than greeted as "customer"
   */
  RoaringBitmap among(
      RoaringBitmap list, List<PreparedText> texts, Set<String> channels, boolean polite) {
    var writable = new RoaringBitmap();
    var tried = new HashMap<Set<String>, Boolean>();
    facts.each(
        list,
        PERSONAL,
        customer -> {
          var known = new HashMap<String, String>();
          for (var column : PERSONAL) {
            var value = customer.text(column);
            if (value != null && !value.isBlank()) {
              known.put(column, value);
            }
          }
          var filled = new TreeSet<>(known.keySet());
          if (tried.computeIfAbsent(
              filled, any -> can(texts, channels, polite, new CustomerFacts(known)))) {
            writable.add(customer.customer());
          }
        });
    return writable;
  }

  private boolean can(
      List<PreparedText> texts, Set<String> channels, boolean polite, CustomerFacts about) {
    try {
      for (var text : texts) {
        if (!polite && text.greetsByName() && !named(about)) {
          return false;
        }
        text.write(renderer, channels, about);
      }
      return true;
    } catch (Unrenderable missing) {
      return false;
    }
  }

  private static boolean named(CustomerFacts about) {
    return about.text("surname_zh") != null
        && about.text("surname_en") != null
        && about.text("gender") != null;
  }
}
