package io.waybot.e2e.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./waybot status --json} says about an installation. */
public record StatusReport(JsonNode json) {

  public static StatusReport of(Path home) throws IOException {
    var status =
        new ProcessBuilder(
                Project.root().resolve("waybot").toString(),
                "status",
                "--json",
                "--home",
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var line = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new StatusReport(JsonMapper.builder().build().readTree(line));
  }

  public long appPid() {
    return pid("app");
  }

  public long enginePid() {
    return pid("engine");
  }

  private long pid(String part) {
    var pid = json.path(part).path("pid");
    if (!pid.isNumber()) {
      throw new IllegalStateException("the " + part + " does not run: " + json);
    }
    return pid.longValue();
  }
}
