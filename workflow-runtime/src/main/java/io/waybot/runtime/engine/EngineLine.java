package io.waybot.runtime.engine;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The command line of one embedded engine. The broker ignores program arguments, and without these
 * settings it would listen on every address of the machine.
 *
 * @param exporterJar the jar with {@code WaybotExporter}
 * @param eventsUrl where that exporter sends what happens
 * @param movableClock whether its clock can be put forward: in a demo only
 */
record EngineLine(
    Path java,
    Path dist,
    EngineFiles files,
    EnginePorts ports,
    Path exporterJar,
    String eventsUrl,
    UUID engineId,
    String maxHeap,
    boolean movableClock) {
  private static final String MARK = "-Dwaybot.engine.mark=";
  private static final String DATA = "-Dwaybot.engine.data=";

  /** The whole command; its first two arguments let a later start recognise the process. */
  List<String> command() {
    var settings = settings();
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.add(mark());
    command.add(data(files));
    command.addAll(settings);
    return command;
  }

  /** Equal for two engines exactly if they were started with the same settings. */
  String mark() {
    return MARK + sha256(String.join("\n", settings())).substring(0, 16);
  }

  /** The argument that says whose data a running engine uses. */
  static String data(EngineFiles files) {
    return DATA + files.data();
  }

  private List<String> settings() {
    var line = new ArrayList<String>();
    line.add("-Xmx" + maxHeap);
    line.add("-XX:+ExitOnOutOfMemoryError");
    line.add("-Dfile.encoding=UTF-8");
    line.add("-Dbasedir=" + files.dir());
    line.add("-Dapp.home=" + files.dir());
    line.add("-Dlogging.config=" + files.logConfig());
    line.add("-Dserver.address=127.0.0.1");
    line.add("-Dserver.port=" + ports.rest());
    line.add("-Dmanagement.server.address=127.0.0.1");
    line.add("-Dmanagement.server.port=" + ports.management());
    broker(line, "network.host", "127.0.0.1");
    broker(line, "network.commandApi.port", ports.command());
    broker(line, "network.internalApi.port", ports.internal());
    broker(line, "gateway.network.host", "127.0.0.1");
    broker(line, "gateway.network.port", ports.gateway());
    broker(line, "data.directory", files.data());
    broker(line, "data.logSegmentSize", "32MB");
    broker(line, "experimental.rocksdb.memoryLimit", "128MB");
    broker(line, "backpressure.algorithm", "fixed");
    broker(line, "backpressure.fixed.limit", 400);
    broker(line, "exporters.waybot.jarPath", exporterJar);
    broker(line, "exporters.waybot.className", "io.waybot.engine.exporter.WaybotExporter");
    broker(line, "exporters.waybot.args.url", eventsUrl);
    broker(line, "exporters.waybot.args.tokenFile", files.token());
    broker(line, "exporters.waybot.args.engineId", engineId);
    if (movableClock) {
      line.add("-Dzeebe.clock.controlled=true");
    }
    line.add("-cp");
    line.add(dist.resolve("config") + File.pathSeparator + dist.resolve("lib") + "/*");
    line.add("io.camunda.zeebe.broker.StandaloneBroker");
    return line;
  }

  private static void broker(List<String> line, String name, Object value) {
    line.add("-Dzeebe.broker." + name + "=" + value);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
