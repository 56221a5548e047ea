package io.waybot.runtime.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be done. The API answers it as {@code application/problem+json} with {@code
 * code} and the sentence {@code problem.<code>} of {@link io.waybot.runtime.language.Phrases} in
 * the caller's language.
 */
public class ApiProblem extends RuntimeException {
  private final HttpStatus status;
  private final String code;
  private final @Nullable Object[] arguments;
  private final Map<String, Object> extras = new LinkedHashMap<>();

  /**
   * @param code stable, lower case: {@code run_exists}
   * @param arguments of the sentence
   */
  public ApiProblem(HttpStatus status, String code, @Nullable Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  /** What is unknown and what is out of the caller's scope look the same. */
  public static ApiProblem notFound() {
    return new ApiProblem(HttpStatus.NOT_FOUND, "not_found");
  }

  /** Adds a field to the answer: {@code findings}, {@code runId}. */
  public ApiProblem with(String field, Object value) {
    extras.put(field, value);
    return this;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public @Nullable Object[] arguments() {
    return arguments.clone();
  }

  public Map<String, Object> extras() {
    return Map.copyOf(extras);
  }
}
