package io.waybot.runtime.journey;

/** The gate, for tests of what comes behind it. */
public final class XmlGates {
  private XmlGates() {}

  public static CleanBpmn accept(String xml) {
    return new XmlGate().accept(xml);
  }

  public static String clean(String xml) {
    return new XmlGate().accept(xml).xml();
  }
}
