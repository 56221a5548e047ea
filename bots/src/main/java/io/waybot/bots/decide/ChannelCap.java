package io.waybot.bots.decide;

import io.waybot.db.policy.ContactLedger;
import java.util.HashMap;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The channel's own cap per customer is used up: one text in seven days, say. */
@Component
@Order(30)
class ChannelCap implements TreatmentRule {
  private static final RoaringBitmap NOBODY = new RoaringBitmap();
  private final ContactLedger ledger;

  ChannelCap(ContactLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String code() {
    return "CHANNEL_CAP";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of();
  }

  @Override
  public OfWay prepare(DecisionTerms terms) {
    var full = new HashMap<String, RoaringBitmap>();
    for (var way : terms.ways()) {
      full.put(way.channel(), full(way, terms));
    }
    return way -> {
      var ofWay = full.getOrDefault(way.channel(), NOBODY);
      return ofWay.isEmpty() ? NEVER : facts -> ofWay.contains(facts.customer());
    };
  }

  private RoaringBitmap full(DecisionTerms.Way way, DecisionTerms terms) {
    var full = new RoaringBitmap();
    for (var cap : way.caps()) {
      var first = terms.today().minusDays(cap.days() - 1L);
      full.or(ledger.contacted(way.channel(), first, cap.contacts()));
    }
    return full;
  }
}
