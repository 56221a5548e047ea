package io.waybot.e2e.bench;

import io.waybot.connectors.model.Measures;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.CrashKind;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.imports.BulkInsert;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.NewModelVersion;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the bank sells, by which channels, the model it scores by and what it sold. */
@Component
class BenchCatalogue {
  private static final List<String> OFFERS = List.of("B01", "B02", "B03", "B04", "B05");
  private static final double BUYERS = 0.03;
  private static final int AT_ONCE = 50_000;

  private final ApplicationContext beans;
  private final int customers;

  BenchCatalogue(ApplicationContext beans, @Value("${waybot.bench.customers}") int customers) {
    this.beans = beans;
    this.customers = customers;
  }

  /** Five offers by four channels: twenty candidates; two customers in three fit the channels. */
  void addCatalogue() {
    for (int i = 0; i < OFFERS.size(); i++) {
      addOffer(OFFERS.get(i), i);
    }
    addChannel("sms", 0.16, "0.045", 1.1, 1);
    addChannel("push", 0.20, "0.002", 1.0, 2);
    addChannel("inbox", 0.16, "0.001", 0.9, 3);
    addChannel("email", 0.14, "0.003", 0.8, 4);
    var clock = beans.getBean(Clock.class);
    beans
        .getBean(SegmentStore.class)
        .add(
            Segment.byRule(
                "ALL",
                "全部客户",
                "Everybody",
                "00",
                new SegmentRule.All(List.of()),
                "planner",
                clock.instant()));
  }

  private void addOffer(String code, int i) {
    beans
        .getBean(Disclaimers.class)
        .save(new Disclaimers.Disclaimer("D1", "以办理时为准。", "As on the day."));
    var rate = i == 4 ? "" : " {{rate}}"; // no yield figure for a wealth product
    beans
        .getBean(Products.class)
        .save(
            new Product(
                code,
                "产品" + code,
                "Product " + code,
                i == 4 ? "WEALTH" : "DEPOSIT",
                null,
                null,
                "2.%d%%".formatted(i),
                i == 4 ? 2 : null,
                BigDecimal.valueOf(1_000L * i),
                BigDecimal.valueOf(200 + 60L * i),
                "D1",
                false,
                true));
    beans
        .getBean(Contents.class)
        .create(
            new ContentDraft(
                "T" + code,
                code,
                "00",
                "MARKETING",
                null,
                null,
                null,
                Map.of(
                    "zh",
                        new Content.Text("{{product}}", "{{salutation}},{{product}}" + rate + "。"),
                    "en",
                        new Content.Text(
                            "{{product}}", "{{salutation}}, {{product}}" + rate + "."))),
            "planner");
  }

  private void addChannel(String code, double share, String costYuan, double factor, int position) {
    beans
        .getBean(Channels.class)
        .save(
            new Channel(
                code,
                code,
                code,
                true,
                (int) (share * customers),
                60_000_000,
                new BigDecimal(costYuan),
                "00:00-24:00",
                false,
                true,
                "1/1",
                CrashKind.IDEMPOTENT,
                factor,
                false,
                position));
  }

  /** The champion that the journey scores by. */
  void addModel() {
    var models = beans.getBean(ModelRegistry.class);
    var json = beans.getBean(JsonMapper.class);
    var version =
        models.register(
            models.open("bench", "测试模型", "Bench model"),
            new NewModelVersion(
                "lightgbm",
                "customers",
                "bought",
                json.writeValueAsString(BenchCustomers.features()),
                "{\"kind\":\"kfold\",\"k\":5,\"seed\":1}",
                20_000,
                0.7,
                0.3,
                json.writeValueAsString(
                    new Measures(0.7, 0.3, 20_000, 1_000, List.of(), List.of(), List.of())),
                BenchModel.trained(),
                "planner"));
    models.promote(version.id());
  }

  /** What the bank sold in the window that the report looks at. */
  void addSales(LocalDate date) {
    var at =
        Timestamp.from(
            date.plusDays(3).atStartOfDay(beans.getBean(Clock.class).getZone()).toInstant());
    var rows = new ArrayList<@Nullable Object[]>();
    for (int number = 1; number <= customers; number++) {
      if (BenchCustomers.dice(number, 60) < BUYERS) {
        rows.add(
            new @Nullable Object[] {
              "S" + number, number, BenchCustomers.key(number), "B01", at, 10_000, at
            });
      }
      if (rows.size() == AT_ONCE || number == customers) {
        beans
            .getBean(BulkInsert.class)
            .into(
                "conversion",
                List.of(
                    "id",
                    "customer",
                    "customer_key",
                    "product_code",
                    "at",
                    "amount_yuan",
                    "received_at"),
                rows);
        rows.clear();
      }
    }
  }
}
