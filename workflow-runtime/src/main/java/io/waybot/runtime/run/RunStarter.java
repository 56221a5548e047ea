package io.waybot.runtime.run;

import io.waybot.bots.Said;
import io.waybot.db.run.Run;
import io.waybot.db.run.RunClaims;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineAway;
import io.waybot.runtime.engine.EngineRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a run its engine instance. Doing it twice leaves one: the second instance loses the claim
 * and is cancelled.
 */
@Component
class RunStarter {
  private static final Logger LOG = LoggerFactory.getLogger(RunStarter.class);

  private final Engine engine;
  private final RunnableVersions versions;
  private final RunDefinitions definitions;
  private final RunClaims claims;
  private final RunStates states;
  private final JsonMapper json;

  RunStarter(
      Engine engine,
      RunnableVersions versions,
      RunDefinitions definitions,
      RunClaims claims,
      RunStates states,
      JsonMapper json) {
    this.engine = engine;
    this.versions = versions;
    this.definitions = definitions;
    this.claims = claims;
    this.states = states;
    this.json = json;
  }

  /** While the engine is away the run stays STARTING, and the sweep comes back to it. */
  void createInstance(Run run) {
    if (!engine.status().isUp()) {
      LOG.warn("run={} waits for the engine", run.id());
      return;
    }
    try {
      long key =
          engine.createInstance(
              definitions.keyOf(versions.get(run.journeyVersionId())), variables(run));
      claim(run, key);
    } catch (EngineAway e) {
      LOG.warn("run={} waits for the engine", run.id(), e);
    } catch (EngineRefused e) {
      LOG.error("run={} is refused by the engine", run.id(), e);
      states.fail(run.id(), Said.of("engine_refused", String.valueOf(e.getMessage())).text());
    } catch (RunDefinitions.NotAsSigned e) {
      LOG.error("run={} is of a version that is not what was signed", run.id());
      states.fail(run.id(), Said.of("not_as_signed").text());
    }
  }

  private void claim(Run run, long instanceKey) {
    var engineId = engine.id();
    boolean ours =
        claims
            .claim(run.id(), engineId, instanceKey)
            .filter(claimed -> claimed.heldBy(engineId, instanceKey) && !claimed.state().isFinal())
            .isPresent();
    if (ours) {
      LOG.info(
          "run={} businessDate={} kind={} instance={}",
          run.id(),
          run.businessDate(),
          run.kind(),
          instanceKey);
    } else {
      engine.cancel(instanceKey);
    }
  }

  /**
   * Timers read a variable each; what conditions ask for stands in {@code parameters} under words
   * of the planner's own, which need not be names that the engine takes.
   */
  private Map<String, Object> variables(Run run) {
    var parameters = json.readValue(run.parameters(), new TypeReference<Map<String, Object>>() {});
    var variables = new LinkedHashMap<String, Object>(parameters);
    variables.keySet().retainAll(versions.get(run.journeyVersionId()).openParameters());
    variables.put("parameters", parameters);
    variables.put("runId", run.id().toString());
    variables.put("businessDate", run.businessDate().toString());
    return variables;
  }
}
