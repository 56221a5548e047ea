package io.waybot.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.waybot.db.journey.Deployments;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.engine.Engine;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunDefinitionsTest {
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000e001");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-0000000000a1");

  private final Deployments deployments = mock();
  private final JourneyVersionRepository versions = mock();
  private final JourneyVersion stored = mock();
  private final Engine engine = mock();
  private final RunDefinitions definitions = new RunDefinitions(deployments, versions, engine);

  @BeforeEach
  void anEngineThatKnowsNothing() {
    when(engine.id()).thenReturn(ENGINE);
    when(engine.deploy(any(), any())).thenReturn(new Engine.Deployed("deposit_daily", 2, 4711L));
    when(deployments.definitionKey(any(), any())).thenReturn(Optional.empty());
    when(versions.findById(VERSION)).thenReturn(Optional.of(stored));
  }

  @Test
  void anEngineWithoutTheLiveVersionGetsItFirst() {
    when(stored.isAsSubmitted()).thenReturn(true);

    assertThat(definitions.keyOf(version(true))).isEqualTo(4711L);
    verify(deployments).add(ENGINE, VERSION, 4711L, 2);
  }

  @Test
  void aLiveDrawingThatIsNotTheSignedOneReachesNoEngine() {
    when(stored.isAsSubmitted()).thenReturn(false);

    assertThatThrownBy(() -> definitions.keyOf(version(true)))
        .isInstanceOf(RunDefinitions.NotAsSigned.class);
    verify(engine, never()).deploy(any(), any());
  }

  @Test
  void aLiveVersionThatTheEngineHasIsNotDeployedAgainButADraftIs() {
    when(deployments.definitionKey(ENGINE, VERSION)).thenReturn(Optional.of(13L));

    assertThat(definitions.keyOf(version(true))).isEqualTo(13L);
    verify(engine, never()).deploy(any(), any());
    assertThat(definitions.keyOf(version(false))).isEqualTo(4711L);
  }

  private static RunnableVersion version(boolean live) {
    return new RunnableVersion(
        UUID.randomUUID(), VERSION, "deposit_daily", live, "<bpmn/>", Map.of(), false);
  }
}
