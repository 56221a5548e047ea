package io.waybot.e2e.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./waybot status --json} says about an installation. */
public record StatusReport(long appPid, long enginePid) {

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
    var json = JsonMapper.builder().build().readTree(line);
    return new StatusReport(json.at("/app/pid").longValue(), json.at("/engine/pid").longValue());
  }
}
