package io.waybot.runtime.dispatch;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waybot.connectors.feedback.ConversionCsv;
import io.waybot.db.bank.Role;
import io.waybot.db.dispatch.Conversions;
import io.waybot.db.dispatch.Conversions.Conversion;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/conversions}: what customers bought by the bank's books, as JSON or CSV. */
@RestController
class ConversionApi {
  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST_ID = 80;
  private static final int LONGEST_CUSTOMER = 64;
  private static final int LONGEST_PRODUCT = 16;

  record Batch(@Nullable List<@Nullable Item> conversions) {}

  record Item(
      @Nullable String id,
      @Nullable String customer,
      @Nullable String product,
      @Nullable Instant at,
      @Nullable BigDecimal amountYuan) {}

  private final Conversions conversions;
  private final CurrentUser user;

  ConversionApi(Conversions conversions, CurrentUser user) {
    this.conversions = conversions;
    this.user = user;
  }

  @PostMapping(path = "/api/v1/conversions", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers({"400 bad_request", "400 conversion_incomplete", "413 too_many_items"})
  Conversions.Counts receive(@RequestBody Batch batch) {
    user.with(Role.WORLD, Role.ADMIN);
    if (batch.conversions() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    if (batch.conversions().size() > MOST_ITEMS) {
      throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too_many_items", MOST_ITEMS);
    }
    return conversions.store(batch.conversions().stream().map(ConversionApi::checked).toList());
  }

  @PostMapping(path = "/api/v1/conversions", consumes = "text/csv")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @Answers("400 conversion_unreadable")
  Conversions.Counts receiveFile(HttpServletRequest request) throws IOException {
    user.with(Role.WORLD, Role.ADMIN);
    try {
      return conversions.store(ConversionCsv.read(request.getInputStream()));
    } catch (ConversionCsv.Unreadable e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "conversion_unreadable", e.line());
    }
  }

  private static Conversion checked(@Nullable Item item) {
    if (item == null || item.at() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "conversion_incomplete");
    }
    return new Conversion(
        filled(item.id(), LONGEST_ID),
        filled(item.customer(), LONGEST_CUSTOMER),
        filled(item.product(), LONGEST_PRODUCT),
        item.at(),
        item.amountYuan());
  }

  private static String filled(@Nullable String text, int longest) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "conversion_incomplete");
    }
    return text;
  }
}
