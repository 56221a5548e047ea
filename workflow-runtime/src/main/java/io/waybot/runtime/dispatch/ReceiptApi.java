package io.waybot.runtime.dispatch;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.waybot.connectors.channel.ChannelEndpoints;
import io.waybot.connectors.channel.Signature;
import io.waybot.db.dispatch.Receipts.Receipt;
import io.waybot.db.dispatch.Receipts.Type;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/v1/receipts}: providers report with the channel's signature over the raw body
 * instead of a login. The answer comes after the commit.
 */
@RestController
class ReceiptApi {
  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int LONGEST_ID = 120;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_TEXT = 400;

  record Batch(@Nullable String channel, @Nullable List<@Nullable Item> receipts) {}

  record Item(
      @Nullable String id,
      @Nullable String key,
      @Nullable Type type,
      @Nullable Instant at,
      @Nullable String text) {}

  private final ReceiptIntake intake;
  private final ChannelEndpoints endpoints;
  private final JsonMapper json;

  ReceiptApi(ReceiptIntake intake, ChannelEndpoints endpoints, JsonMapper json) {
    this.intake = intake;
    this.endpoints = endpoints;
    this.json = json;
  }

  @PostMapping("/api/v1/receipts")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Batch.class)))
  @Answers({
    "400 bad_request",
    "400 receipt_incomplete",
    "401 bad_signature",
    "413 too_large",
    "413 too_many_items"
  })
  ReceiptIntake.Counts receive(
      HttpServletRequest request,
      @RequestHeader(name = Signature.HEADER, defaultValue = "") String signature)
      throws IOException {
    var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too_large");
    }
    var batch = read(body);
    if (batch == null || batch.channel() == null || batch.receipts() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    verify(batch.channel(), body, signature);
    if (batch.receipts().size() > MOST_ITEMS) {
      throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too_many_items", MOST_ITEMS);
    }
    return intake.take(
        batch.channel(), batch.receipts().stream().map(ReceiptApi::checked).toList());
  }

  /** Null for the JSON text {@code null}. */
  private @Nullable Batch read(byte[] body) {
    try {
      return json.readValue(body, Batch.class);
    } catch (JacksonException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
  }

  private void verify(String channel, byte[] body, String signature) {
    boolean signed =
        endpoints
            .secret(channel)
            .filter(secret -> Signature.verifies(secret, body, signature))
            .isPresent();
    if (!signed) {
      throw new ApiProblem(HttpStatus.UNAUTHORIZED, "bad_signature");
    }
  }

  private static Receipt checked(@Nullable Item item) {
    if (item == null
        || item.id() == null
        || item.id().isBlank()
        || item.id().length() > LONGEST_ID
        || item.key() == null
        || item.type() == null
        || item.at() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "receipt_incomplete");
    }
    return new Receipt(
        item.id(),
        cut(item.key(), LONGEST_KEY),
        item.type(),
        item.at(),
        item.text() == null ? null : cut(item.text(), LONGEST_TEXT));
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
