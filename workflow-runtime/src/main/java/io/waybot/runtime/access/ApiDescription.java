package io.waybot.runtime.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the OpenAPI document says of every endpoint: the login, and each answer with its codes. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "application/problem+json";

  @Bean
  OpenAPI document() {
    return new OpenAPI()
        .info(new Info().title("Waybot").version("1"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }

  @Bean
  OperationCustomizer answers() {
    return (operation, method) -> {
      var said = method.getMethodAnnotation(Answers.class);
      describe(operation, said == null ? List.of() : Arrays.asList(said.value()));
      return operation;
    };
  }

  private static void describe(Operation operation, List<String> answers) {
    var codes = new TreeMap<String, List<String>>();
    problem(codes, "401 not_signed_in");
    problem(codes, "403 not_your_role");
    problem(codes, "404 not_found");
    answers.stream().filter(answer -> answer.contains(" ")).forEach(one -> problem(codes, one));
    var all = operation.getResponses();
    answers.stream()
        .filter(answer -> !answer.contains(" "))
        .forEach(status -> succeed(all, status));
    codes.forEach((status, known) -> {
      known.addAll(0, alreadySaid(all.get(status)));
      all.addApiResponse(status, response(status, known));
    });
  }

  /** {@code 409 run_exists} */
  private static void problem(TreeMap<String, List<String>> codes, String answer) {
    var words = answer.split(" ", 2);
    codes.computeIfAbsent(words[0], status -> new ArrayList<>()).add(words[1]);
  }

  /** What was guessed as 200 comes with this status: instead, or, if it is no success, as well. */
  private static void succeed(ApiResponses responses, String status) {
    var guessed = responses.get("200");
    var content = guessed == null ? null : guessed.getContent();
    if (status.startsWith("2")) {
      responses.remove("200");
    }
    responses.addApiResponse(
        status, new ApiResponse().content(content).description(phrase(status)));
  }

  /** One path and verb may be two methods, for two media types. */
  private static List<String> alreadySaid(@Nullable ApiResponse response) {
    if (response == null
        || response.getContent() == null
        || !response.getContent().containsKey(PROBLEM)) {
      return List.of();
    }
    var code =
        (StringSchema) response.getContent().get(PROBLEM).getSchema().getProperties().get("code");
    return code == null ? List.of() : code.getEnum();
  }

  private static ApiResponse response(String status, List<String> codes) {
    var code = new StringSchema();
    codes.stream().distinct().forEach(code::addEnumItem);
    var problem =
        new ObjectSchema()
            .addProperty("code", code)
            .addProperty("status", new IntegerSchema())
            .addProperty("title", new StringSchema())
            .addProperty("detail", new StringSchema());
    return new ApiResponse()
        .description(phrase(status) + ": " + String.join(", ", code.getEnum()))
        .content(new Content().addMediaType(PROBLEM, new MediaType().schema(problem)));
  }

  private static String phrase(String status) {
    return HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase();
  }
}
