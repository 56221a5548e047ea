package io.waybot.runtime.dispatch;

import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.dispatch.Receipts;
import io.waybot.db.dispatch.Receipts.Receipt;
import io.waybot.db.dispatch.Receipts.Stored;
import io.waybot.db.dispatch.Receipts.Type;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes receipts in: each event once, opt-outs at once. Returns when all is committed and no send
 * to who opted out is under way.
 */
@Service
class ReceiptIntake {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptIntake.class);

  /** New ones, ones known before, and new ones whose key is not ours. */
  record Counts(int accepted, int duplicate, int unknown) {}

  private final Receipts receipts;
  private final OptOutLedger optOuts;

  ReceiptIntake(Receipts receipts, OptOutLedger optOuts) {
    this.receipts = receipts;
    this.optOuts = optOuts;
  }

  Counts take(String channel, List<Receipt> batch) {
    var stored = receipts.store(channel, batch);
    // Known ones too: the process may have died between storing a receipt and its opt-out.
    stored.stream().filter(s -> optsOut(s.receipt())).forEach(s -> optOut(channel, s));
    var counts =
        new Counts(
            count(stored, false, true),
            (int) stored.stream().filter(Stored::duplicate).count(),
            count(stored, false, false));
    if (counts.unknown() > 0) {
      LOG.warn("channel={} receipts of unknown sends: {}", channel, counts.unknown());
    }
    return counts;
  }

  private static int count(List<Stored> stored, boolean duplicate, boolean ours) {
    return (int)
        stored.stream()
            .filter(s -> s.duplicate() == duplicate && (s.customer() != null) == ours)
            .count();
  }

  private static boolean optsOut(Receipt receipt) {
    return receipt.type() == Type.OPTED_OUT
        || (receipt.type() == Type.REPLIED && OptOutWords.says(receipt.text()));
  }

  private void optOut(String channel, Stored stored) {
    var customer = stored.customer();
    if (customer != null) {
      optOuts.record(customer, channel, stored.receipt().at(), "reply");
    }
  }
}
