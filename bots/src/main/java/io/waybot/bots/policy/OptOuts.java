package io.waybot.bots.policy;

import io.waybot.db.policy.ContactLedger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Who wants nothing more by which channel: our ledger and the bank's data, whichever says so. */
@Component
public class OptOuts {
  private static final String REPORTED = "opted_out_channels";

  /** Columns of the customers' profile that {@link Sets#from} looks at. */
  public static final List<String> COLUMNS = List.of(REPORTED);

  private final ContactLedger ledger;

  OptOuts(ContactLedger ledger) {
    this.ledger = ledger;
  }

  /** Reads the ledger for these channels once. */
  public Sets of(Collection<String> channels) {
    var byChannel = new HashMap<String, RoaringBitmap>();
    channels.forEach(channel -> byChannel.put(channel, ledger.optedOut(channel)));
    return new Sets(byChannel);
  }

  /** The opt-outs of some channels. */
  public static final class Sets {
    private final Map<String, RoaringBitmap> byChannel;

    private Sets(Map<String, RoaringBitmap> byChannel) {
      this.byChannel = byChannel;
    }

    /**
     * @throws IllegalArgumentException if the channel was not asked for
     */
    public boolean from(String channel, CustomerFacts facts) {
      var ours = byChannel.get(channel);
      if (ours == null) {
        throw new IllegalArgumentException("opt-outs of " + channel + " were not read");
      }
      var reported = facts.text(REPORTED);
      return ours.contains(facts.customer())
          || reported != null
              && Codes.in(reported).stream()
                  .map(code -> code.toLowerCase(Locale.ROOT))
                  .anyMatch(code -> code.equals(channel) || code.equals("*"));
    }
  }
}
