package io.waybot.runtime.journey.lint;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the engine's own model of a process as a {@link Drawing}. */
final class DrawingReader {
  private static final String WAIT = "waybot:wait";

  private DrawingReader() {}

  /**
   * @throws org.camunda.bpm.model.xml.ModelException if it is no valid BPMN
   */
  static BpmnModelInstance model(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  static Drawing read(BpmnModelInstance model, String processId) {
    var steps =
        model.getModelElementsByType(FlowNode.class).stream().map(DrawingReader::step).toList();
    return new Drawing(processId, steps);
  }

  private static Step step(FlowNode node) {
    var task = node.getSingleExtensionElement(ZeebeTaskDefinition.class);
    var mapping = node.getSingleExtensionElement(ZeebeIoMapping.class);
    var event = event(node);
    return new Step(
        node.getId(),
        node.getElementType().getTypeName(),
        node.getName() == null ? "" : node.getName(),
        task == null ? null : task.getType() == null ? "" : task.getType(),
        inputs(mapping),
        outputs(mapping),
        event == null ? null : event.getElementType().getTypeName().replace("EventDefinition", ""),
        duration(event),
        date(event),
        wait(node),
        node instanceof Activity activity && activity.getLoopCharacteristics() != null,
        node.getParentElement() instanceof SubProcess sub ? sub.getId() : null,
        reference(node, "attachedToRef"),
        node instanceof CallActivity call ? called(call) : null,
        reference(node, "default"),
        flows(node.getOutgoing()),
        flows(node.getIncoming()));
  }

  private static Map<String, String> inputs(@Nullable ZeebeIoMapping mapping) {
    var inputs = new LinkedHashMap<String, String>();
    if (mapping != null) {
      mapping.getInputs().forEach(in -> inputs.put(text(in.getTarget()), text(in.getSource())));
    }
    return inputs;
  }

  private static Map<String, String> outputs(@Nullable ZeebeIoMapping mapping) {
    var outputs = new LinkedHashMap<String, String>();
    if (mapping != null) {
      mapping
          .getOutputs()
          .forEach(out -> outputs.put(text(out.getTarget()), text(out.getSource())));
    }
    return outputs;
  }

  private static @Nullable EventDefinition event(FlowNode node) {
    Collection<EventDefinition> events =
        switch (node) {
          case CatchEvent caught -> caught.getEventDefinitions();
          case ThrowEvent thrown -> thrown.getEventDefinitions();
          default -> List.of();
        };
    return events.isEmpty() ? null : events.iterator().next();
  }

  private static @Nullable String duration(@Nullable EventDefinition event) {
    return event instanceof TimerEventDefinition timer && timer.getTimeDuration() != null
        ? timer.getTimeDuration().getTextContent().strip()
        : null;
  }

  private static @Nullable String date(@Nullable EventDefinition event) {
    return event instanceof TimerEventDefinition timer && timer.getTimeDate() != null
        ? timer.getTimeDate().getTextContent().strip()
        : null;
  }

  private static @Nullable String called(CallActivity call) {
    var element = call.getSingleExtensionElement(ZeebeCalledElement.class);
    return element == null ? null : element.getProcessId();
  }

  private static @Nullable String wait(FlowNode node) {
    var properties = node.getSingleExtensionElement(ZeebeProperties.class);
    return properties == null
        ? null
        : properties.getProperties().stream()
            .filter(property -> WAIT.equals(property.getName()))
            .map(ZeebeProperty::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Read as text: a reference to something of another kind cannot be followed. */
  private static @Nullable String reference(FlowNode node, String attribute) {
    return node.getAttributeValue(attribute);
  }

  private static List<Step.Flow> flows(Collection<SequenceFlow> flows) {
    return flows.stream()
        .map(flow ->
            new Step.Flow(
                flow.getId(),
                flow.getSource().getId(),
                flow.getTarget().getId(),
                flow.getConditionExpression() == null
                    ? null
                    : flow.getConditionExpression().getTextContent().strip()))
        .toList();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
