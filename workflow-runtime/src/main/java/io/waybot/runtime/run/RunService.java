package io.waybot.runtime.run;

import io.waybot.bots.Said;
import io.waybot.db.run.Run;
import io.waybot.db.run.RunRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineAway;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Starts and ends runs. */
@Component
public class RunService {
  private static final Logger LOG = LoggerFactory.getLogger(RunService.class);

  private final RunOpening opening;
  private final RunStarter starter;
  private final RunStates states;
  private final RunRepository runs;
  private final RunnableVersions versions;
  private final Engine engine;

  RunService(
      RunOpening opening,
      RunStarter starter,
      RunStates states,
      RunRepository runs,
      RunnableVersions versions,
      Engine engine) {
    this.opening = opening;
    this.starter = starter;
    this.states = states;
    this.runs = runs;
    this.versions = versions;
    this.engine = engine;
  }

  /**
   * Opens a run and gives it to the engine; it goes on in the background.
   *
   * @return the run's id
   * @throws ApiProblem {@code run_exists} with {@code runId}, {@code paused}, {@code not_deployed},
   *     {@code not_a_business_day}, {@code unknown_parameter}
   */
  public UUID start(StartRun wanted) {
    var run = opening.open(wanted);
    starter.createInstance(run);
    return run.id();
  }

  /** What a run of the journey can be given for its conditions; empty while none is live. */
  public Set<String> parametersOf(String journey) {
    return versions.live(journey).map(RunnableVersion::askedParameters).orElse(Set.of());
  }

  /**
   * Ends a run for good; what was not sent yet will not be.
   *
   * @throws ApiProblem {@code run_ended} when there is nothing left to cancel
   */
  public void cancel(UUID runId, String by) {
    var run = get(runId);
    if (run.state().isFinal()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "run_ended", run.state());
    }
    states.cancel(runId, Said.of("cancelled_by", by).text());
    endInstance(run);
  }

  /** The data gate's answer when its data did not come in time. */
  public void skip(UUID runId, String why) {
    states.skip(runId, why);
    endInstance(get(runId));
  }

  /**
   * Refuses a journey that belongs to another part of the organisation as if it did not exist.
   *
   * @throws ApiProblem 404
   */
  public void refuseOutOfScope(String journey, Scope scope) {
    if (!versions.exists(journey, scope)) {
      throw ApiProblem.notFound();
    }
  }

  Run get(UUID runId) {
    return runs.findById(runId).orElseThrow(ApiProblem::notFound);
  }

  /** What fails here is done again by the sweep: the run's state is what counts. */
  private void endInstance(Run run) {
    var key = run.instanceKey();
    if (key != null) {
      try {
        engine.cancel(key);
      } catch (EngineAway e) {
        LOG.warn("run={} its instance is cancelled when the engine is back", run.id(), e);
      }
    }
  }
}
