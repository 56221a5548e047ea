package io.waybot.bots.template;

/** The groups of the palette, in this order. */
public enum BlockGroup {
  START,
  LIST,
  MATERIAL,
  STRATEGY,
  REACH,
  FEEDBACK,
  BENEFIT,
  EVALUATION,
  CONSULTATION,
  FLOW
}
