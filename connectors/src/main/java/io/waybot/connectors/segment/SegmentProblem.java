package io.waybot.connectors.segment;

/** Why a rule cannot be asked; code and arguments find the sentence in the reader's language. */
public class SegmentProblem extends RuntimeException {
  private final String code;
  private final transient Object[] arguments;

  SegmentProblem(String code, Object... arguments) {
    super(code + " " + java.util.Arrays.toString(arguments));
    this.code = code;
    this.arguments = arguments;
  }

  /** Key in the bundle {@code io.waybot.connectors.segment.segments}, without its prefix. */
  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments.clone();
  }
}
