package io.waybot.connectors.model;

/** A model could not be trained, opened or asked; trying the same again will not help. */
public class ModelFailure extends RuntimeException {
  public ModelFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
