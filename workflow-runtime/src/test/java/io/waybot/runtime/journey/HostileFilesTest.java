package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpServer;
import io.waybot.runtime.journey.lint.BpmnText;
import io.waybot.runtime.language.Phrases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to harm: refused with a reason, nobody asked, nothing blown up. */
class HostileFilesTest {
  private static final int MEGABYTE = 1024 * 1024;

  /** What a file may cost that is looked at in full; the limit of the gate is 2 MB. */
  private static final long ALLOWED = 48L * MEGABYTE;

  private static final AtomicInteger HITS = new AtomicInteger();
  private static HttpServer listener;
  private static String address;
  private final XmlGate gate = new XmlGate();

  @BeforeAll
  static void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          HITS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    listener.start();
    address = "http://127.0.0.1:" + listener.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    listener.stop(0);
  }

  record Hostile(String name, String rule, byte[] file) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Hostile> files() {
    var files = new LinkedHashMap<String, Map.Entry<String, String>>();
    var fine = BpmnText.withRules().end();
    put(
        files,
        "entity of a file",
        "xml-doctype",
        doctype(fine, "<!ENTITY e SYSTEM 'file:/etc/passwd'>"));
    put(
        files,
        "entity of an address",
        "xml-doctype",
        doctype(fine, "<!ENTITY e SYSTEM '" + address + "/e'>"));
    put(
        files,
        "parameter entity",
        "xml-doctype",
        doctype(fine, "<!ENTITY % p SYSTEM '" + address + "/p'> %p;"));
    put(
        files,
        "external DTD",
        "xml-doctype",
        fine.replaceFirst("\\?>", "?><!DOCTYPE d SYSTEM '" + address + "/d'>"));
    put(files, "billion laughs", "xml-doctype", doctype(fine, laughs()).replace("测试", "&l9;"));
    put(files, "undeclared entity", "not-xml", fine.replace("测试", "&nobody;"));
    put(
        files,
        "schema of an address",
        "xml-points-inside",
        pointing(fine, "http://x " + address + "/s.xsd"));
    put(
        files,
        "schema of a file",
        "xml-points-inside",
        pointing(fine, "http://x file:///etc/passwd"));
    put(
        files,
        "schema of a host inside",
        "xml-points-inside",
        pointing(fine, "http://x http://intranet/s.xsd"));
    put(files, "20,000 nested sub-processes", "xml-too-deep", nested(fine));
    put(
        files,
        "20,001 elements",
        "xml-too-many",
        fine.replace("<bpmn:endEvent id=\"end\"/>", "<bpmn:dataObject/>".repeat(20_001)));
    put(files, "no XML", "not-xml", "hello");
    put(files, "nothing", "not-xml", "");
    put(files, "half a file", "not-xml", fine.substring(0, fine.length() / 2));
    put(files, "a page", "not-bpmn", "<html><body/></html>");
    put(files, "wrong namespace", "wrong-namespace", fine.replace("20100524", "20090602"));
    put(
        files,
        "script element",
        "xml-script",
        fine.replace(
            "<bpmn:startEvent id=\"start\"/>",
            "<bpmn:startEvent id=\"start\"><bpmn:documentation><x:script"
                + " xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script></bpmn:documentation></bpmn:startEvent>"));
    put(
        files,
        "script as text",
        "xml-script",
        fine.replace("name=\"policy\"", "name=\"&lt;script&gt;alert(1)&lt;/script&gt;\""));
    put(files, "script address", "xml-script", fine.replace("PAYROLL", "javascript:alert(1)"));
    put(
        files,
        "tag in a name",
        "xml-markup",
        fine.replace("name=\"policy\"", "name=\"&lt;img src=x&gt;\""));
    var small =
        files.entrySet().stream()
            .map(e ->
                new Hostile(
                    e.getKey(),
                    e.getValue().getKey(),
                    e.getValue().getValue().getBytes(StandardCharsets.UTF_8)));
    return Stream.concat(
        small, Stream.of(new Hostile("50 MB", "xml-too-large", new byte[50 * MEGABYTE])));
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefusedWithAReasonAtNoCost(Hostile hostile) {
    var phrases = new Phrases();
    long before = allocated();

    var refusal = catchThrowableOfType(GateRefused.class, () -> gate.accept(hostile.file));

    assertThat(allocated() - before).as("bytes allocated").isLessThan(ALLOWED);
    assertThat(refusal.rule()).isEqualTo(hostile.rule);
    for (var language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
      assertThat(phrases.get(language, "lint." + refusal.rule(), refusal.arguments()))
          .hasSizeGreaterThan(15)
          .doesNotContainPattern("\\{\\d")
          .containsAnyOf("请", "export", "choose", "split", "use ", "write", "Keep");
    }
    assertThat(HITS).as("requests at the listener").hasValue(0);
  }

  @Test
  void aSchemaThatModelersNameIsForgottenAndNobodyIsAsked() {
    var usual =
        pointing(
            BpmnText.withRules().end(),
            "http://www.omg.org/spec/BPMN/20100524/MODEL"
                + " http://www.omg.org/spec/BPMN/2.0/BPMN20.xsd");

    assertThat(gate.accept(usual).xml()).doesNotContain("schemaLocation");
  }

  /** Else a listener that nobody can reach would prove nothing. */
  @Test
  void theListenerHears() throws IOException {
    var connection = URI.create(address).toURL().openConnection();

    assertThat(((java.net.HttpURLConnection) connection).getResponseCode()).isEqualTo(404);
    assertThat(HITS.getAndSet(0)).isEqualTo(1);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static void put(
      Map<String, Map.Entry<String, String>> files, String name, String rule, String file) {
    files.put(name, Map.entry(rule, file));
  }

  private static String doctype(String file, String declarations) {
    return file.replaceFirst("\\?>", "?><!DOCTYPE d [" + declarations.replace("\\", "\\\\") + "]>")
        .replace("测试", "&e;");
  }

  private static String laughs() {
    var text = new StringBuilder("<!ENTITY e 'x'><!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      text.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return text.toString();
  }

  private static String pointing(String file, String location) {
    return file.replace(
        "<bpmn:definitions ",
        "<bpmn:definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"%s\" ".formatted(location));
  }

  private static String nested(String file) {
    var sub = "<bpmn:subProcess id=\"s%d\">";
    var open = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      open.append(sub.formatted(i));
    }
    return file.replace("<bpmn:endEvent id=\"end\"/>", open + "</bpmn:subProcess>".repeat(20_000));
  }
}
