package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.connectors.model.ModelClient;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds a version's model file and the client that can open it. */
@Component
class ModelFiles {
  private final ModelRegistry registry;
  private final List<ModelClient> clients;
  private final JsonMapper json;

  ModelFiles(ModelRegistry registry, List<ModelClient> clients, JsonMapper json) {
    this.registry = registry;
    this.clients = clients;
    this.json = json;
  }

  OpenModel open(UUID versionId) {
    return open(registry.version(versionId));
  }

  OpenModel open(ModelVersion version) {
    var client =
        clients.stream()
            .filter(candidate -> candidate.algorithm().equals(version.algorithm()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalStateException("nothing here runs models of " + version.algorithm()));
    var features = json.readValue(version.features(), new TypeReference<List<Feature>>() {});
    return new OpenModel(client, registry.booster(version.id()), features);
  }
}
