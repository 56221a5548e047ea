package io.waybot.bots.template;

import java.util.List;
import java.util.Map;

/**
 * One entry of the palette, in one language.
 *
 * @param id the element template's id: {@code io.waybot.pull-audience}, {@code
 *     io.waybot.dispatch.sms}
 * @param job the robot's job type
 * @param idPrefix what new elements are called: {@code pull_audience} gives {@code pull_audience_1}
 * @param fixed input values that the block itself sets, such as the channel of a dispatch
 * @param sets the lists this block produces, by output name, with the words planners see
 * @param counts the counts this block produces besides its lists
 */
public record Block(
    String id,
    String job,
    BlockGroup group,
    int order,
    String icon,
    String name,
    String description,
    String idPrefix,
    Map<String, String> fixed,
    List<BlockField> fields,
    List<Choice> sets,
    List<String> counts) {
  Block withFields(List<BlockField> others) {
    return new Block(
        id, job, group, order, icon, name, description, idPrefix, fixed, others, sets, counts);
  }
}
