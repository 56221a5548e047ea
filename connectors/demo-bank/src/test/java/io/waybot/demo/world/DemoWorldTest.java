package io.waybot.demo.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The world as Waybot meets it: over HTTP and SMTP. */
class DemoWorldTest {
  private static final int CUSTOMERS = 2_000;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path directory;
  private FakeWaybot waybot;
  private DemoWorld world;

  @BeforeEach
  void start() throws IOException {
    waybot = new FakeWaybot();
    world = startWorld();
  }

  private DemoWorld startWorld() throws IOException {
    return DemoWorld.start(
        new Settings(
            0,
            0,
            directory,
            waybot.url(),
            FakeWaybot.SECRETS,
            () -> FakeWaybot.PASSWORD,
            () -> FakeWaybot.PASSWORD,
            CUSTOMERS,
            LocalDate.of(2026, 11, 20),
            Clock.systemUTC()));
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
    waybot.close();
  }

  @Test
  void anSmsSentTwiceIsDeliveredTwiceAndCanBeAskedFor() throws Exception {
    var first = sms("r1", "10000100001", "【远途银行】你好");
    var second = sms("r1", "10000100001", "【远途银行】你好");

    assertThat(first.path("code").asString()).isEqualTo("0");
    assertThat(second.path("messageId")).isNotEqualTo(first.path("messageId"));
    assertThat(received("channel=sms&customer=100001")).hasSize(2);
    assertThat(smsQuery("r1").path("found").asBoolean()).isTrue();
    assertThat(smsQuery("r2").path("found").asBoolean()).isFalse();
  }

  @Test
  void anSmsIsRefusedWithTheReason() throws Exception {
    var form =
        Map.of(
            "account",
            "bank",
            "reference",
            "r1",
            "phone",
            "10000100001",
            "content",
            "x",
            "timestamp",
            "1");
    assertThat(post("/sms/send", encoded(form) + "&sign=00", Map.of()).path("code").asString())
        .isEqualTo("1003");
    assertThat(sms("r1", "13800138000", "x").path("code").asString()).isEqualTo("1001");
    assertThat(sms("r1", "10000100001", " ").path("code").asString()).isEqualTo("1002");
    assertThat(received("channel=sms")).isEmpty();
  }

  @Test
  void aPushWithTheSameKeyIsDeliveredOnceEvenAfterAKill() throws Exception {
    var first = push("k1", "d100001", "s2");
    world.close();
    Files.writeString(
        directory.resolve("journal.jsonl"),
        "{\"kind\":\"message\",\"chan",
        StandardOpenOption.APPEND);
    world = startWorld();
    var again = push("k1", "d100001", "s2");
    var other = push("k2", "d100001", "s2");

    assertThat(first.path("duplicate").asBoolean()).isFalse();
    assertThat(again.path("duplicate").asBoolean()).isTrue();
    assertThat(again.path("id")).isEqualTo(first.path("id"));
    assertThat(other.path("duplicate").asBoolean()).isFalse();
    assertThat(received("customer=100001")).hasSize(2);
  }

  @Test
  void aPushToAnUnknownDeviceOrWithAWrongSignatureIsRefused() throws Exception {
    assertThat(push("k1", "d999999", "s2").path("reason").asString()).isEqualTo("unknown device");
    assertThat(push("k1", "d100001", "wrong").path("reason").asString()).isEqualTo("bad signature");
    assertThat(received("channel=push")).isEmpty();
  }

  @Test
  void aMailArrivesWithItsKeyAndIsReportedDelivered() throws Exception {
    var settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", String.valueOf(world.smtpPort()));
    var mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("bank@demo.invalid"));
    mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("c100007@demo.invalid"));
    mail.setSubject("工资到账,存一点", "UTF-8");
    mail.setText("您好", "UTF-8");
    mail.setHeader("X-Waybot-Key", "mail-key");
    Transport.send(mail);

    var received = received("channel=email&customer=100007");
    assertThat(received).hasSize(1);
    assertThat(received.get(0).path("title").asString()).isEqualTo("工资到账,存一点");
    assertThat(received.get(0).path("body").asString().strip()).isEqualTo("您好");
    await().atMost(10, SECONDS).until(() -> delivered("mail-key") == 1);
  }

  @Test
  void receiptsWaitUntilWaybotIsBack() throws Exception {
    waybot.away = true;
    push("k1", "d100001", "s2");
    sms("r1", "10000100002", "【远途银行】你好");
    Thread.sleep(1_200);
    var whileAway = waybot.receipts.size();
    waybot.away = false;

    await().atMost(15, SECONDS).until(() -> delivered("k1") == 1 && delivered("r1") == 1);
    assertThat(whileAway).isZero();
    assertThat(waybot.receipts)
        .allMatch(r -> r.path("at").asString().equals("2026-11-20T01:00:00Z"));
  }

  @Test
  void aWeekIsDecidedOnceForEachWaitAndContactsMakeCustomersBuy() throws Exception {
    for (int n = 100_001; n <= 100_001 + CUSTOMERS / 2; n++) {
      push("k" + n, "d" + n, "s2");
    }
    waybot.runs = run("DAILY", "wait_first", 1);
    await().atMost(10, SECONDS).until(() -> !waybot.conversions.isEmpty());
    Thread.sleep(1_500);
    var firstWeek = Map.copyOf(waybot.conversions);
    waybot.runs = run("DAILY", "wait_second", 1);
    await().atMost(10, SECONDS).until(() -> waybot.conversions.size() > firstWeek.size());
    world.close();
    world = startWorld();
    Thread.sleep(1_500);

    var contacted = bought(firstWeek, 0);
    var others = bought(firstWeek, 1);
    assertThat(contacted).isGreaterThan(others);
    assertThat(firstWeek.values())
        .allMatch(c ->
            c.path("amountYuan").asLong() >= 1_000 && c.path("amountYuan").asLong() % 100 == 0);
    assertThat(waybot.conversions.keySet())
        .allMatch(id -> id.matches("deposit-\\d{6}-2026-11-20-w[12]"));
    assertThat(waybot.conversions.values().stream().map(c -> c.path("customer")).distinct())
        .hasSameSizeAs(waybot.conversions.values());
  }

  @Test
  void aRehearsalAndARobotNamedWaitDecideNothing() throws Exception {
    waybot.runs = run("REHEARSAL", "wait_first", 1);
    Thread.sleep(1_200);
    waybot.runs =
        run("DAILY", "wait_data", 1)
            .replace("\"steps\":[]", "\"steps\":[{\"elementId\":\"wait_data\"}]");
    Thread.sleep(1_200);

    assertThat(waybot.conversions).isEmpty();
  }

  @Test
  void colleaguesWorkTheirLeadsButLeaveThoseOf1101() throws Exception {
    waybot.openLeads.put("staff", lead("l1", 100_001, "1101"));
    waybot.openLeads.put("rm1203c", lead("l2", 100_002, "1203"));
    waybot.runs = run("DAILY", "dispatch", 2);

    await().atMost(15, SECONDS).until(() -> waybot.outcomes.containsKey("l2"));
    Thread.sleep(1_000);
    assertThat(waybot.outcomes).containsOnlyKeys("l2");
    assertThat(waybot.outcomes.get("l2")).isIn("INTERESTED", "NOT_INTERESTED", "NO_ANSWER");
  }

  private static long bought(Map<String, JsonNode> conversions, int half) {
    return conversions.values().stream()
        .filter(c ->
            (Integer.parseInt(c.path("customer").asString()) - 100_002) / (CUSTOMERS / 2) == half)
        .count();
  }

  private static String lead(String id, int customer, String org) {
    return "[{\"id\":\"%s\",\"customer\":\"%d\",\"staff\":\"x\",\"org\":\"%s\",\"journey\":\"j\",\"runId\":\"run-1\",\"product\":\"P01\"}]"
        .formatted(id, customer, org);
  }

  private static String run(String kind, String active, int leads) {
    return """
    [{"id":"run-1","journey":{"key":"deposit_daily"},"businessDate":"2026-11-20","kind":"%s","steps":[],
      "elements":[{"elementId":"%s","entered":1,"active":1}],"leads":{"open":%d,"done":0,"expired":0}}]\
    """
        .formatted(kind, active, leads);
  }

  private long delivered(String key) {
    return waybot.receipts.stream()
        .filter(r ->
            r.path("key").asString().equals(key) && r.path("type").asString().equals("DELIVERED"))
        .count();
  }

  private JsonNode received(String query) throws Exception {
    return get("/received?" + query).path("items");
  }

  private JsonNode push(String key, String device, String secret) throws Exception {
    var body =
        "{\"key\":\"%s\",\"device\":\"%s\",\"title\":\"t\",\"body\":\"一年期定期\",\"page\":\"deposits\",\"link\":null}"
            .formatted(key, device);
    var signature = "sha256=" + Signature.of(secret, body);
    return post(
        "/push/messages", body, Map.of("Idempotency-Key", key, "X-Waybot-Signature", signature));
  }

  private JsonNode sms(String reference, String phone, String content) throws Exception {
    var timestamp = String.valueOf(Instant.EPOCH.atOffset(ZoneOffset.UTC).toEpochSecond());
    var signed = String.join("\n", "bank", reference, phone, content, timestamp);
    var form =
        Map.of(
            "account",
            "bank",
            "reference",
            reference,
            "phone",
            phone,
            "content",
            content,
            "timestamp",
            timestamp,
            "sign",
            Signature.of("s1", signed));
    return post("/sms/send", encoded(form), Map.of());
  }

  private JsonNode smsQuery(String reference) throws Exception {
    var sign = Signature.of("s1", String.join("\n", "bank", reference, "7"));
    return get(
        "/sms/query?"
            + encoded(
                Map.of("account", "bank", "reference", reference, "timestamp", "7", "sign", sign)));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private JsonNode get(String path) throws Exception {
    return sent(HttpRequest.newBuilder(at(path)).GET().build());
  }

  private JsonNode post(String path, String body, Map<String, String> headers) throws Exception {
    var request = HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return sent(request.build());
  }

  private JsonNode sent(HttpRequest request) throws Exception {
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + world.port() + path);
  }
}
