package io.waybot.runtime.customer;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.CustomerFactsTable;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the bank did with one customer lately, for those who serve the customer. Only what really
 * reached the customer is told: nothing here says who was held out, or what was never sent.
 */
@Service
public class CustomerHistory {
  private static final Role[] READERS = {
    Role.STAFF, Role.MANAGER, Role.PLANNER, Role.APPROVER, Role.ANALYST, Role.ADMIN
  };
  private static final Period SHOWN = Period.ofDays(90);
  private static final int MOST = 100;

  private final CustomerStore customers;
  private final CustomerLists lists;
  private final OrgUnits units;
  private final CustomerFactsTable facts;
  private final CurrentUser user;
  private final JdbcClient sql;
  private final Clock clock;

  CustomerHistory(
      CustomerStore customers,
      CustomerLists lists,
      OrgUnits units,
      CustomerFactsTable facts,
      CurrentUser user,
      JdbcClient sql,
      Clock clock) {
    this.customers = customers;
    this.lists = lists;
    this.units = units;
    this.facts = facts;
    this.user = user;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param agreed to marketing, by the bank's own data
   * @param optedOut channels, by the bank's own data; {@code *} is every channel
   * @param stops codes of the contact rules that forbid marketing whatever the channel
   * @param contacts newest first
   */
  public record History(
      MaskedCustomer customer,
      boolean agreed,
      Set<String> optedOut,
      List<String> stops,
      List<Contact> contacts) {}

  /**
   * One message that went out, or one lead.
   *
   * @param channel {@code branch} for a lead
   * @param title of the content, or the product of a lead
   * @param outcome the newest receipt, or what staff noted; null while there is none
   */
  public record Contact(
      Instant at,
      String channel,
      String journeyZh,
      String journeyEn,
      @Nullable String titleZh,
      @Nullable String titleEn,
      @Nullable String outcome) {}

  /**
   * @throws ApiProblem 404 for a customer who is unknown or of another unit
   */
  public History of(String customerKey) {
    var scope = user.with(READERS).scope();
    var customer =
        customers
            .find(customerKey)
            .filter(found -> units.find(found.org()).filter(scope::covers).isPresent())
            .orElseThrow(ApiProblem::notFound);
    var masked = lists.page(RoaringBitmap.bitmapOf(customer.number()), 0, 1).getFirst();
    var known = facts.of(customer.number());
    return new History(
        masked, known.flag("consent"), known.optedOut(), stops(known), contacts(customer.number()));
  }

  private static List<String> stops(CustomerFacts known) {
    var stops = new ArrayList<String>();
    if (known.text("protected_reason") != null) {
      stops.add("PROTECTED");
    }
    if (known.flag("complaint_open")) {
      stops.add("COMPLAINT");
    }
    return stops;
  }

  private List<Contact> contacts(int customer) {
    var from = Timestamp.from(clock.instant().atZone(clock.getZone()).minus(SHOWN).toInstant());
    return sql.sql(
            """
            select d.sent_at as at, d.channel, j.name_zh, j.name_en, z.title as zh, e.title as en,
              (select max(r.type) from receipt r where r.dispatch_id = d.id
                and r.at = (select max(n.at) from receipt n where n.dispatch_id = d.id)) as outcome
            from dispatch d
            join run u on u.id = d.run_id
            join journey j on j.id = u.journey_id
            left join content_history z on z.content_code = d.content_code
              and z.version = d.content_version and z.language = 'zh'
            left join content_history e on e.content_code = d.content_code
              and e.version = d.content_version and e.language = 'en'
            where d.customer = ? and d.state = 'SENT' and not d.rehearsal and d.sent_at >= ?
            union all
            select l.created_at, 'branch', j.name_zh, j.name_en, p.name_zh, p.name_en, l.outcome
            from lead l
            join journey j on j.id = l.journey_id
            left join product p on p.code = l.product_code
            where l.customer = ? and l.created_at >= ?
            order by 1 desc
            limit ?
            """)
        .params(customer, from, customer, from, MOST)
        .query((row, i) ->
            new Contact(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7)))
        .list();
  }
}
