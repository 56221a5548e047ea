package io.waybot.engine.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.ImmutableIncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

class WaybotExporterTest {
  @TempDir Path home;
  private final List<String> taken = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private final AFakeController engine = new AFakeController();
  private final WaybotExporter exporter = new WaybotExporter();
  private int port;
  private int answer = 204;
  private @Nullable HttpServer application;

  @BeforeEach
  void startTheApplication() throws IOException {
    Files.writeString(home.resolve("token"), "canary\n");
    start(0);
    exporter.configure(new AContext(url(), home.resolve("token").toString()));
    exporter.open(engine);
  }

  @AfterEach
  void stopTheApplication() {
    if (application != null) {
      application.stop(0);
    }
  }

  @Test
  void movesThePositionOnlyAfterTheApplicationTookTheBatch() {
    exporter.export(entered(10, "pull"));
    exporter.export(entered(11, "policy"));
    assertThat(engine.position).isEqualTo(-1);

    engine.runScheduled();

    assertThat(engine.position).isEqualTo(11);
    assertThat(tokens).containsExactly("Bearer canary");
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst())
        .startsWith("{\"partition\":1,\"lastPosition\":11,\"sentAt\":")
        .contains("\"events\":[{\"position\":10,")
        .contains("\"elementId\":\"pull\"")
        .contains("\"elementId\":\"policy\"");
  }

  @Test
  void sendsTheSameEventsAgainWhileTheApplicationRefusesThem() {
    answer = 503;
    exporter.export(entered(10, "pull"));
    engine.runScheduled();
    assertThat(engine.position).isEqualTo(-1);

    answer = 204;
    engine.runScheduled();

    assertThat(taken).hasSize(2).allMatch(batch -> batch.contains("\"position\":10,"));
    assertThat(engine.position).isEqualTo(10);
  }

  @Test
  void keepsEverythingInOrderWhileTheApplicationIsDown() throws IOException {
    stopTheApplication();
    for (int i = 1; i <= WaybotExporter.CAPACITY; i++) {
      exporter.export(entered(i, "e" + i));
    }
    assertThatThrownBy(() -> exporter.export(entered(501, "e501")))
        .hasMessageContaining("record 501");
    assertThat(engine.position).isEqualTo(-1);

    start(port);
    exporter.export(entered(501, "e501"));
    engine.runScheduled();

    assertThat(engine.position).isEqualTo(501);
    assertThat(taken).hasSize(2);
    assertThat(taken.get(0)).contains("\"elementId\":\"e1\"").contains("\"elementId\":\"e500\"");
    assertThat(taken.get(1)).contains("\"elementId\":\"e501\"");
  }

  @Test
  void movesThePositionPastRecordsThatNoScreenShows() {
    exporter.export(element(20, ProcessInstanceIntent.ELEMENT_ACTIVATED, "pull"));

    engine.runScheduled();

    assertThat(taken.getFirst()).contains("\"lastPosition\":20,").contains("\"events\":[]");
    assertThat(engine.position).isEqualTo(20);
  }

  @Test
  void escapesWhatAnIncidentMessageMayHold() {
    var value =
        ImmutableIncidentRecordValue.builder()
            .withErrorType(ErrorType.JOB_NO_RETRIES)
            .withErrorMessage("line 1\n\"quoted\" \\ 名单")
            .withBpmnProcessId("deposit_daily")
            .withElementId("pull")
            .build();

    exporter.export(record(30, ValueType.INCIDENT, IncidentIntent.CREATED, value));
    engine.runScheduled();

    assertThat(taken.getFirst()).contains("\"message\":\"line 1\\u000a\\\"quoted\\\" \\\\ 名单\"");
  }

  @Test
  void staysOpenWhenTheTokenFileIsNotThereYet() throws IOException {
    Files.delete(home.resolve("token"));
    exporter.export(entered(1, "pull"));
    engine.runScheduled();
    assertThat(engine.position).isEqualTo(-1);

    Files.writeString(home.resolve("token"), "late");
    engine.runScheduled();

    assertThat(engine.position).isEqualTo(1);
    assertThat(tokens).containsExactly("Bearer late");
  }

  private void start(int wanted) throws IOException {
    application =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    port = application.getAddress().getPort();
    application.createContext(
        "/",
        call -> {
          tokens.add(call.getRequestHeaders().getFirst("Authorization"));
          taken.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(answer, -1);
          call.close();
        });
    application.start();
  }

  private String url() {
    return "http://127.0.0.1:" + port + "/internal/engine-events";
  }

  private static Record<?> entered(long position, String elementId) {
    return element(position, ProcessInstanceIntent.ELEMENT_ACTIVATING, elementId);
  }

  private static Record<?> element(long position, ProcessInstanceIntent intent, String elementId) {
    var value =
        ImmutableProcessInstanceRecordValue.builder()
            .withBpmnProcessId("deposit_daily")
            .withElementId(elementId)
            .withBpmnElementType(BpmnElementType.SERVICE_TASK)
            .build();
    return record(position, ValueType.PROCESS_INSTANCE, intent, value);
  }

  private static <T extends io.camunda.zeebe.protocol.record.RecordValue> Record<?> record(
      long position, ValueType type, Intent intent, T value) {
    return ImmutableRecord.<T>builder()
        .withPosition(position)
        .withKey(position)
        .withValueType(type)
        .withIntent(intent)
        .withValue(value)
        .build();
  }

  private static final class AFakeController implements Controller {
    private long position = -1;
    private @Nullable Runnable scheduled;

    void runScheduled() {
      var task = scheduled;
      assertThat(task).as("the exporter keeps itself scheduled").isNotNull();
      scheduled = null;
      task.run();
    }

    @Override
    public void updateLastExportedRecordPosition(long position) {
      this.position = position;
    }

    @Override
    public void updateLastExportedRecordPosition(long position, byte[] metadata) {
      this.position = position;
    }

    @Override
    public long getLastExportedRecordPosition() {
      return position;
    }

    @Override
    public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
      scheduled = task;
      return () -> scheduled = null;
    }

    @Override
    public Optional<byte[]> readMetadata() {
      return Optional.empty();
    }
  }

  private record AContext(String url, String tokenFile) implements Context, Configuration {
    @Override
    public Logger getLogger() {
      return NOPLogger.NOP_LOGGER;
    }

    @Override
    public Configuration getConfiguration() {
      return this;
    }

    @Override
    public int getPartitionId() {
      return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {
      assertThat(filter.acceptValue(ValueType.VARIABLE)).isFalse();
    }

    @Override
    public String getId() {
      return "waybot";
    }

    @Override
    public Map<String, Object> getArguments() {
      return Map.of();
    }

    @Override
    public <T> T instantiate(Class<T> type) {
      var settings = new WaybotExporter.Settings();
      settings.url = url;
      settings.tokenFile = tokenFile;
      settings.engineId = "0f0e0d0c-0000-0000-0000-000000000001";
      return type.cast(settings);
    }
  }
}
