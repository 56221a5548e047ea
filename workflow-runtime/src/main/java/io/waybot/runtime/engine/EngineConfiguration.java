package io.waybot.runtime.engine;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the client and, by {@code waybot.engine.mode}, the place where the engine lives. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {
  private final EngineSettings settings;
  private final EnginePorts ports;
  private final int port;
  private final boolean demo;

  EngineConfiguration(
      EngineSettings settings,
      @Value("${waybot.port:${server.port:8080}}") int port,
      @Value("${waybot.demo.enabled:false}") boolean demo) {
    this.demo = demo;
    this.settings = settings;
    this.port = port;
    this.ports = new EnginePorts(port);
  }

  @Bean
  EngineFiles engineFiles(@Value("${waybot.home:.waybot}") Path home) {
    return new EngineFiles(home);
  }

  @Bean(destroyMethod = "close")
  CamundaClient camundaClient() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(address())
        .preferRestOverGrpc(false)
        .applyEnvironmentVariableOverrides(false)
        .defaultRequestTimeout(Duration.ofSeconds(10))
        .jobHandlingExecutor(
            Executors.newCachedThreadPool(Thread.ofPlatform().name("robot-", 1).factory()), true)
        .build();
  }

  @Bean
  EngineHost engineHost(EngineFiles files, CamundaClient client) {
    var topology = new EngineTopology(client);
    if (!settings.embedded() || !settings.autostart()) {
      return new ClusterEngine(idOfCluster(), topology);
    }
    var probe = new EngineProbe(ports);
    return new EmbeddedEngine(
        files, new EngineProcess(files, ports, probe), probe, topology, () -> line(files));
  }

  private URI address() {
    if (settings.embedded() && settings.autostart()) {
      return URI.create("http://127.0.0.1:" + ports.gateway());
    }
    if (settings.addresses().size() != 1) {
      throw new EngineNotStartable(
          "waybot.engine.addresses takes one address, that of the cluster's gateway or of the"
              + " balancer before its gateways, but there are "
              + settings.addresses().size(),
          null);
    }
    return URI.create(settings.addresses().getFirst());
  }

  private UUID idOfCluster() {
    var id = settings.id();
    return id != null
        ? id
        : UUID.nameUUIDFromBytes(address().toString().getBytes(StandardCharsets.UTF_8));
  }

  private EngineLine line(EngineFiles files) {
    var url =
        settings.eventsUrl() == null
            ? "http://127.0.0.1:" + port + "/internal/engine-events"
            : settings.eventsUrl();
    return new EngineLine(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        new EngineDistribution(settings.dist(), files.dir()).directory(),
        files,
        ports,
        exporterJar(settings.exporterJar()),
        url,
        files.engineId(),
        settings.maxHeap(),
        demo);
  }

  private static Path exporterJar(@Nullable Path given) {
    if (given == null || java.nio.file.Files.notExists(given)) {
      throw new EngineNotStartable(
          "The engine's exporter is missing (waybot.engine.exporter-jar=" + given + ")", null);
    }
    return given.toAbsolutePath();
  }
}
