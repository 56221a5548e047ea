package io.waybot.e2e.chaos;

import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.CrashKind;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/**
 * A bank with one branch, one running journey with one dispatch block, and customers 1 to n who all
 * agreed and are reachable on every channel.
 */
class ChaosBank {
  static final String CLERK = "clerk";
  static final String CLERKS_PASSWORD = "chaos";
  private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  private static final UUID STEP = UUID.fromString("00000000-0000-0000-0000-000000000004");
  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final String ELEMENT = "send";

  private final JdbcTemplate sql;
  private final OrgUnits units;
  private final People people;
  private final PasswordEncoder passwords;
  private final Channels channels;
  private final Products products;
  private final Disclaimers disclaimers;
  private final Contents contents;
  private final AudienceStore audiences;
  private final Clock clock;
  private final String channel;
  private final int messages;
  private final int perMinute;

  ChaosBank(
      JdbcTemplate sql,
      OrgUnits units,
      People people,
      PasswordEncoder passwords,
      Channels channels,
      Products products,
      Disclaimers disclaimers,
      Contents contents,
      AudienceStore audiences,
      Clock clock,
      @Value("${chaos.channel}") String channel,
      @Value("${chaos.messages}") int messages,
      @Value("${chaos.per-minute}") int perMinute) {
    this.sql = sql;
    this.units = units;
    this.people = people;
    this.passwords = passwords;
    this.channels = channels;
    this.products = products;
    this.disclaimers = disclaimers;
    this.contents = contents;
    this.audiences = audiences;
    this.clock = clock;
    this.channel = channel;
    this.messages = messages;
    this.perMinute = perMinute;
  }

  static String customerKey(int customer) {
    return "K" + customer;
  }

  /** Everything at once, the first time. */
  @Transactional
  public void moveIn() {
    if (count("run") > 0) {
      return;
    }
    sql.execute(
        "create table data_customers (number int primary key, row_active boolean not null default"
            + " true, consent boolean, phone varchar(80), mail varchar(80), device_id varchar(80),"
            + " surname_zh varchar(80), gender varchar(80))");
    units.save(OrgUnit.headOffice("00", "总行", "Head office"));
    people.save(
        new Person(
            CLERK,
            "柜员",
            "Clerk",
            "00",
            String.valueOf(passwords.encode(CLERKS_PASSWORD)),
            Person.Kind.PERSON,
            "en",
            null,
            0,
            true,
            true,
            Set.of(Role.STAFF)));
    whatIsSent();
    customers();
    theRun();
  }

  private void whatIsSent() {
    channels.save(
        new Channel(
            channel,
            channel,
            channel,
            true,
            messages,
            perMinute,
            new BigDecimal("0.0450"),
            "00:00-24:00",
            false,
            true,
            "1/1",
            kind(),
            1.0,
            false,
            1));
    disclaimers.save(new Disclaimers.Disclaimer("D1", "利率以办理时为准。", "Rate as on the day."));
    products.save(
        new Product(
            "P01",
            "存款",
            "Deposit",
            "DEPOSIT",
            null,
            null,
            "1.35%",
            null,
            new BigDecimal("5000.00"),
            new BigDecimal("240.00"),
            "D1",
            false,
            true));
    contents.create(
        new ContentDraft(
            "C01",
            "P01",
            "00",
            "MARKETING",
            null,
            null,
            "deposits",
            Map.of(
                "zh", new Content.Text("标题", "{{salutation}}您好,年利率{{rate}}。"),
                "en", new Content.Text("Title", "{{salutation}}, {{rate}} a year."))),
        CLERK);
  }

  private CrashKind kind() {
    return switch (channel) {
      case "push" -> CrashKind.IDEMPOTENT;
      case "sms" -> CrashKind.QUERYABLE;
      default -> CrashKind.PLAIN;
    };
  }

  private void customers() {
    sql.update(
        "insert into dataset (name, kind, table_name, label_zh, label_en) values"
            + " ('customers','PROFILE','data_customers','客户','Customers')");
    var columns = List.of("consent", "phone", "mail", "device_id", "surname_zh", "gender");
    for (int i = 0; i < columns.size(); i++) {
      sql.update(
          "insert into dataset_column (dataset, name, label, type, position) values"
              + " ('customers',?,?,?,?)",
          columns.get(i),
          columns.get(i),
          i == 0 ? "BOOL" : "TEXT",
          i);
    }
    var numbers = IntStream.rangeClosed(1, messages).boxed().toList();
    sql.batchUpdate(
        "insert into customer (number, customer_key, org_code) values (?,?,'00')",
        numbers.stream().map(n -> new Object[] {n, customerKey(n)}).toList());
    sql.batchUpdate(
        "insert into data_customers (number, consent, phone, mail, device_id, surname_zh, gender)"
            + " values (?,true,?,?,?,'高','M')",
        numbers.stream()
            .map(n -> new Object[] {n, Addressee.phone(n), Addressee.mail(n), Addressee.device(n)})
            .toList());
  }

  private void theRun() {
    var now = Timestamp.from(clock.instant());
    var journey = UUID.randomUUID();
    var version = UUID.randomUUID();
    sql.update(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) values"
            + " (?,'chaos','混沌','Chaos','00',?,'s',?,0)",
        journey,
        CLERK,
        now);
    sql.update(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?,?,1,1,'LIVE','<x/>','{}',?,?)",
        version,
        journey,
        CLERK,
        now);
    sql.update(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version) values"
            + " (?,?,?,?,'DAILY',1,'RUNNING',?,'{}',?,?,?,0)",
        RUN,
        journey,
        version,
        DATE,
        RUN,
        CLERK,
        now,
        now);
    sql.update(
        "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
            + " robot, job_key, state, attempts, started_at) values"
            + " (?,?,?,1,?,1,'dispatch',1,'RUNNING',1,?)",
        STEP,
        RUN,
        RUN,
        ELEMENT,
        now);
    audiences.save(
        new NewAudience(null, null, null, "audience", null, null),
        RoaringBitmap.bitmapOfRange(1, messages + 1L));
  }

  RobotContext step() {
    var journey = sql.queryForObject("select journey_id from run", UUID.class);
    var version = sql.queryForObject("select journey_version_id from run", UUID.class);
    return new RobotContext(
        RUN, RUN, "DAILY", journey, version, "chaos", "00", DATE, STEP, ELEMENT, 1);
  }

  /** The dispatch block's variables. */
  String input() {
    var audience =
        sql.queryForObject("select id from audience where name = 'audience'", UUID.class);
    return "{\"audience\":{\"id\":\"%s\",\"count\":%d},\"channel\":\"%s\",\"content\":\"C01\"}"
        .formatted(audience, messages, channel);
  }

  /** The block is ended: every row is terminal. */
  boolean settled() {
    var done =
        sql.queryForObject("select count(*) from robot_step where state = 'DONE'", Integer.class);
    return done != null && done == 1;
  }

  private int count(String table) {
    var count = sql.queryForObject("select count(*) from " + table, Integer.class);
    return count == null ? 0 : count;
  }
}
