package io.waybot.connectors.imports;

import java.util.List;

/** Why a row of a file cannot be taken; the row goes to the error file, the others are imported. */
public record BadCell(String code, List<Object> arguments) {

  public static BadCell of(String code, Object... arguments) {
    return new BadCell(code, List.of(arguments));
  }

  /** The reason in a language, {@code zh} or {@code en}. */
  public String message(String language) {
    return ImportTexts.of(language, "bad." + code, arguments.toArray());
  }

  /** Thrown inside the package, where a value is parsed; it is no error of the program. */
  static final class Found extends RuntimeException {
    private final transient BadCell cell;

    Found(String code, Object... arguments) {
      super(code, null, false, false);
      this.cell = of(code, arguments);
    }

    BadCell cell() {
      return cell;
    }
  }
}
