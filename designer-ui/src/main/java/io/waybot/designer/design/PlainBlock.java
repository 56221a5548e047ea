package io.waybot.designer.design;

import io.waybot.bots.template.BlockGroup;
import io.waybot.designer.shell.Texts;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The blocks that are parts of BPMN itself rather than robots. */
enum PlainBlock {
  START(BlockGroup.START, "bpmn:StartEvent", "start", true, 0),
  WAIT(BlockGroup.FEEDBACK, "bpmn:IntermediateCatchEvent", "wait", true, 0),
  CONDITION(BlockGroup.FLOW, "bpmn:ExclusiveGateway", "condition", false, 0),
  PARALLEL(BlockGroup.FLOW, "bpmn:ParallelGateway", "parallel", false, 1),
  END(BlockGroup.FLOW, "bpmn:EndEvent", "end", true, 2);

  private final BlockGroup group;
  private final String bpmn;
  private final String id;
  private final boolean named;
  private final int order;

  PlainBlock(BlockGroup group, String bpmn, String id, boolean named, int order) {
    this.group = group;
    this.bpmn = bpmn;
    this.id = id;
    this.named = named;
    this.order = order;
  }

  ObjectNode json(JsonMapper json, Texts texts, Locale locale) {
    return json.createObjectNode()
        .put("id", id)
        .put("bpmn", bpmn)
        .put("timer", this == WAIT)
        .put("named", named)
        .put("idPrefix", id)
        .put("icon", id)
        .put("group", group.name())
        .put("groupName", texts.getTranslation("group." + group, locale))
        .put("place", group.ordinal() * 1000 + order)
        .put("name", texts.getTranslation("block." + id, locale))
        .put("hint", texts.getTranslation("block." + id + ".hint", locale));
  }
}
