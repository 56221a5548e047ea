package io.waybot.runtime.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Whether every partition has a leader: before that, a deployment is refused. */
class EngineTopology {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final CamundaClient client;

  EngineTopology(CamundaClient client) {
    this.client = client;
  }

  boolean hasLeader() {
    try {
      var topology =
          client
              .newTopologyRequest()
              .requestTimeout(TIMEOUT)
              .send()
              .join(TIMEOUT.toMillis() + 500, TimeUnit.MILLISECONDS);
      long led =
          topology.getBrokers().stream()
              .flatMap(broker -> broker.getPartitions().stream())
              .filter(partition -> partition.isLeader())
              .map(partition -> partition.getPartitionId())
              .distinct()
              .count();
      return topology.getPartitionsCount() > 0 && led == topology.getPartitionsCount();
    } catch (ClientException e) {
      return false;
    }
  }
}
