package io.waybot.runtime.run;

import io.waybot.db.journey.Deployments;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.engine.Engine;
import org.springframework.stereotype.Component;

/** Which definition of the present engine a version is; an engine that does not have it gets it. */
@Component
class RunDefinitions {
  private final Deployments deployments;
  private final JourneyVersionRepository versions;
  private final Engine engine;

  RunDefinitions(Deployments deployments, JourneyVersionRepository versions, Engine engine) {
    this.deployments = deployments;
    this.versions = versions;
    this.engine = engine;
  }

  /** The stored drawing of a live version is not the one that was signed. */
  static final class NotAsSigned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A draft is deployed each time, for its drawing may have changed; the engine keeps one copy of
   * equal drawings.
   *
   * @throws NotAsSigned if a live version would have to be deployed and its seal does not fit
   */
  long keyOf(RunnableVersion version) {
    if (!version.live()) {
      return deploy(version);
    }
    return deployments
        .definitionKey(engine.id(), version.versionId())
        .orElseGet(() -> deploySigned(version));
  }

  private long deploySigned(RunnableVersion version) {
    if (!versions.findById(version.versionId()).orElseThrow().isAsSubmitted()) {
      throw new NotAsSigned();
    }
    return deploy(version);
  }

  private long deploy(RunnableVersion version) {
    var deployed = engine.deploy(version.journeyKey() + ".bpmn", version.bpmn());
    deployments.add(engine.id(), version.versionId(), deployed.definitionKey(), deployed.version());
    return deployed.definitionKey();
  }
}
