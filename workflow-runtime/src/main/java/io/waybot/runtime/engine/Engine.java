package io.waybot.runtime.engine;

import io.camunda.client.CamundaClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the product asks the engine to do. Every method answers when the engine has done it, or
 * throws {@link EngineRefused} or {@link EngineAway}.
 */
@Component
public class Engine {
  private final CamundaClient client;
  private final EngineSupervisor supervisor;
  private final EngineCalls calls = new EngineCalls();

  Engine(CamundaClient client, EngineSupervisor supervisor) {
    this.client = client;
    this.supervisor = supervisor;
  }

  /** A deployed process: the key means something only together with the engine's id. */
  public record Deployed(String processId, int version, long definitionKey) {}

  public EngineStatus status() {
    return supervisor.status();
  }

  /**
   * The id that scopes every key of this engine.
   *
   * @throws IllegalStateException before the engine was first reached
   */
  public UUID id() {
    var id = status().engineId();
    if (id == null) {
      throw new IllegalStateException("The engine has not been reached yet");
    }
    return id;
  }

  /** Deploys one process; its text must have passed the XML gate. */
  public Deployed deploy(String fileName, String bpmn) {
    var deployment =
        calls.ask(() ->
            client
                .newDeployResourceCommand()
                .addResourceString(bpmn, StandardCharsets.UTF_8, fileName)
                .send());
    var process = deployment.getProcesses().getFirst();
    return new Deployed(
        process.getBpmnProcessId(), process.getVersion(), process.getProcessDefinitionKey());
  }

  /** Deletes a process definition that was deployed only to hear what the engine thinks of it. */
  public void deleteDefinition(long definitionKey) {
    calls.ask(() -> client.newDeleteResourceCommand(definitionKey).send());
  }

  /** Starts an instance of exactly this definition and answers its key. */
  public long createInstance(long definitionKey, Map<String, Object> variables) {
    return calls
        .ask(() ->
            client
                .newCreateInstanceCommand()
                .processDefinitionKey(definitionKey)
                .variables(variables)
                .send())
        .getProcessInstanceKey();
  }

  /** Cancels an instance; one that is already gone is cancelled. */
  public void cancel(long instanceKey) {
    unlessGone(() -> calls.ask(() -> client.newCancelInstanceCommand(instanceKey).send()));
  }

  /**
   * Completes a job, also one whose lease is over.
   *
   * @param variablesJson a JSON object
   */
  public void complete(long jobKey, String variablesJson) {
    calls.ask(() -> client.newCompleteCommand(jobKey).variables(variablesJson).send());
  }

  /**
   * Gives a job back.
   *
   * @param retries left; 0 raises an incident
   * @param pause before it is handed out again
   */
  public void fail(long jobKey, int retries, String message, Duration pause) {
    calls.ask(() ->
        client
            .newFailCommand(jobKey)
            .retries(retries)
            .retryBackoff(pause)
            .errorMessage(message)
            .send());
  }

  /** Leaves the task by the boundary event that catches this code. */
  public void throwError(long jobKey, String code, String message) {
    calls.ask(
        () -> client.newThrowErrorCommand(jobKey).errorCode(code).errorMessage(message).send());
  }

  /** The job stays with its worker for this long from now on. */
  public void extend(long jobKey, Duration lease) {
    calls.ask(() -> client.newUpdateTimeoutCommand(jobKey).timeout(lease).send());
  }

  public void setVariables(long scopeKey, Map<String, Object> variables) {
    calls.ask(() -> client.newSetVariablesCommand(scopeKey).variables(variables).send());
  }

  /**
   * Lets an incident's element try again.
   *
   * @param jobKey the job that ran out of retries, or 0 when the incident has none
   */
  public void resolveIncident(long incidentKey, long jobKey) {
    if (jobKey > 0) {
      unlessGone(() -> calls.ask(() -> client.newUpdateRetriesCommand(jobKey).retries(1).send()));
    }
    unlessGone(() -> calls.ask(() -> client.newResolveIncidentCommand(incidentKey).send()));
  }

  /** Moves a token: ends one element instance and enters another element. */
  public void move(long instanceKey, long elementInstanceKey, String targetElementId) {
    calls.ask(() ->
        client
            .newModifyProcessInstanceCommand(instanceKey)
            .activateElement(targetElementId)
            .and()
            .terminateElement(elementInstanceKey)
            .send());
  }

  private static void unlessGone(Runnable command) {
    try {
      command.run();
    } catch (EngineRefused e) {
      if (!e.notFound()) {
        throw e;
      }
    }
  }
}
