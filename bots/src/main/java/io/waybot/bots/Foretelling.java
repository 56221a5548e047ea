package io.waybot.bots;

import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * A robot that can say, while its journey is still being drawn, what would become of a list: by the
 * same rules as {@link Robot#work}, and nothing is written.
 */
public interface Foretelling<I extends Record> {
  /**
   * What would come out.
   *
   * @param sets by the name of the output's component
   * @param removed by rule
   */
  record Foresight(Map<String, RoaringBitmap> sets, Map<String, RoaringBitmap> removed) {}

  /**
   * @param input its list fields are not read
   * @param lists the customers of each list field, by the field's name
   * @param context of a run that does not exist
   * @throws RobotFailure if a run would fail here too
   */
  Foresight foretell(I input, Map<String, RoaringBitmap> lists, RobotContext context);
}
