package io.waybot.runtime.engine;

/** The engine answered that it will not do this; asking again cannot help. */
public class EngineRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean notFound;

  EngineRefused(String message, boolean notFound, Throwable cause) {
    super(message, cause);
    this.notFound = notFound;
  }

  /** The job, instance, incident or resource is not there any more. */
  public boolean notFound() {
    return notFound;
  }
}
