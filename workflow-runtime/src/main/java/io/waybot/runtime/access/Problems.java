package io.waybot.runtime.access;

import io.waybot.runtime.language.Phrases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problems as the API writes them (RFC 9457), in the language of the request. */
@Component
class Problems {
  private final Phrases phrases;
  private final JsonMapper json;

  Problems(Phrases phrases, JsonMapper json) {
    this.phrases = phrases;
    this.json = json;
  }

  Map<String, Object> body(ApiProblem problem, HttpServletRequest request) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "about:blank");
    body.put("title", problem.status().getReasonPhrase());
    body.put("status", problem.status().value());
    body.put("code", problem.code());
    body.put(
        "detail",
        phrases.get(RequestLanguage.of(request), "problem." + problem.code(), problem.arguments()));
    body.putAll(problem.extras());
    return body;
  }

  void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(json.writeValueAsBytes(body(problem, request)));
  }
}
