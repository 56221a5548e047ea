package io.waybot.bots.dispatch;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.PreparedContents;
import io.waybot.db.dispatch.NewDispatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which content each customer gets: the one the decision chose; or the block's own; or of several
 * the one about the product that the decision chose. Always in the version the journey's approvers
 * saw, or that was prepared for the run.
 */
@Component
class ContentChoice {
  private final JdbcTemplate sql;
  private final Contents contents;
  private final PreparedContents prepared;

  ContentChoice(JdbcTemplate sql, Contents contents, PreparedContents prepared) {
    this.sql = sql;
    this.contents = contents;
    this.prepared = prepared;
  }

  private record Decided(String content, @Nullable String product) {}

  /** What one block of one run says to whom. */
  final class ForBlock {
    private final List<Content> own;
    private final Map<String, Content> byCode = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final RobotContext context;
    private final String language;
    private final String channel;
    private Map<Integer, Decided> decided = Map.of();
    private int chunk = -1;
    private boolean anyChannel;

    private ForBlock(List<Content> own, RobotContext context, String language, String channel) {
      this.own = own;
      this.context = context;
      this.language = language;
      this.channel = channel;
    }

    /**
     * @throws RobotFailure.Permanent if there is nothing to say to this customer
     */
    NewDispatch to(int customer) {
      var decision = decided(customer);
      var content = own.size() == 1 ? own.getFirst() : chosen(decision);
      var product =
          content.productCode() != null
              ? content.productCode()
              : decision == null ? null : decision.product();
      int version = versions.computeIfAbsent(content.code(), this::approved);
      return new NewDispatch(customer, content.code(), version, product, language);
    }

    /**
     * Customers come in number order: decisions are read 65,536 numbers at a time; those for other
     * channels only when somebody comes who was not chosen for this one.
     */
    private @Nullable Decided decided(int customer) {
      if (own.size() == 1) {
        return null;
      }
      if (customer >>> 16 != chunk) {
        chunk = customer >>> 16;
        anyChannel = false;
        decided = decisions(context, chunk << 16, " and channel = ?", channel);
      }
      if (!anyChannel && !decided.containsKey(customer)) {
        anyChannel = true;
        decided = decisions(context, chunk << 16, "");
      }
      return decided.get(customer);
    }

    private Content chosen(@Nullable Decided decision) {
      if (decision == null) {
        throw new RobotFailure.Permanent(Said.of("undecided", context.elementId()), null);
      }
      if (own.isEmpty()) {
        return byCode.computeIfAbsent(decision.content(), ContentChoice.this::content);
      }
      return own.stream()
          .filter(c -> Objects.equals(decision.product(), c.productCode()))
          .findFirst()
          .orElseThrow(() ->
              new RobotFailure.Permanent(
                  Said.of(
                      "no_content_about",
                      context.elementId(),
                      Objects.requireNonNullElse(decision.product(), "–")),
                  null));
    }

    private int approved(String code) {
      return prepared
          .version(context.scopeRunId(), code)
          .or(() -> contents.approvedVersion(code, context.journeyVersionId()))
          .orElseThrow(() -> new RobotFailure.Permanent(Said.of("content_later", code), null));
    }
  }

  /**
   * @param codes content codes with commas or semicolons; blank: as decided
   */
  ForBlock of(@Nullable String codes, RobotContext context, String language, String channel) {
    var own = new ArrayList<Content>();
    if (codes != null && !codes.isBlank()) {
      Arrays.stream(codes.split("[,;/]")).map(String::strip).map(this::content).forEach(own::add);
    }
    return new ForBlock(own, context, language, channel);
  }

  private Content content(String code) {
    return contents
        .find(code)
        .orElseThrow(() -> new RobotFailure.Permanent(Said.of("no_content", code), null));
  }

  private Map<Integer, Decided> decisions(
      RobotContext context, int first, String condition, String... parameters) {
    var decided = new HashMap<Integer, Decided>();
    var alike = new HashMap<Decided, Decided>();
    sql.query(
        "select customer, content_code, product_code from decision where run_id = ? and customer"
            + " between ? and ?"
            + condition,
        row -> {
          var decision = new Decided(row.getString(2), row.getString(3));
          decided.put(row.getInt(1), alike.computeIfAbsent(decision, same -> same));
        },
        Stream.concat(Stream.of(context.runId(), first, first | 0xFFFF), Arrays.stream(parameters))
            .toArray());
    return decided;
  }
}
