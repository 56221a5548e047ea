package io.waybot.runtime.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong in the API into a problem with a code; a stack trace never leaves. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> problem(ApiProblem problem, HttpServletRequest request) {
    return answer(problem, request);
  }

  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void refused(RuntimeException refusal) {
    throw refusal; // the filter chain answers it
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> broken(Exception failure, HttpServletRequest request) {
    log.error("path={} failed", request.getRequestURI(), failure);
    return answer(new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal"), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var code = failure instanceof MaxUploadSizeExceededException ? "too_large" : codeOf(status);
    var problem = new ApiProblem(HttpStatus.valueOf(status.value()), code);
    var answer = problems.body(problem, ((ServletWebRequest) request).getRequest());
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer);
  }

  private ResponseEntity<Map<String, Object>> answer(
      ApiProblem problem, HttpServletRequest request) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problems.body(problem, request));
  }

  private static String codeOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 406 -> "not_acceptable";
      case 413 -> "too_large";
      case 415 -> "unsupported_media_type";
      case 503 -> "unavailable";
      default -> status.is4xxClientError() ? "bad_request" : "internal";
    };
  }
}
