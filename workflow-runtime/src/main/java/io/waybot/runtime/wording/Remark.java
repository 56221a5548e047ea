package io.waybot.runtime.wording;

import java.util.List;

/**
 * One thing that a content should say otherwise.
 *
 * @param rule the phrase {@code lint.<rule>} says what to do
 * @param error false: a warning
 * @param arguments of the phrase; the first is the content's code
 */
public record Remark(String rule, Basis basis, boolean error, List<Object> arguments) {
  public Remark {
    arguments = List.copyOf(arguments);
  }
}
