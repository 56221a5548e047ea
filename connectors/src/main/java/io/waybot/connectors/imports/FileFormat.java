package io.waybot.connectors.imports;

/** How a list comes in. */
public enum FileFormat {
  CSV,
  XLSX;

  /** Ending of file names, with its dot. */
  public String suffix() {
    return this == CSV ? ".csv" : ".xlsx";
  }
}
