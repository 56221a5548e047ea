package io.waybot.runtime.dispatch;

import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/opt-outs}: 204 means that no send to the customer begins any more. */
@RestController
class OptOutApi {
  record OptOut(
      @Nullable String customer,
      @Nullable String channel,
      @Nullable Instant at,
      @Nullable String source) {}

  private final OptOutService optOuts;

  OptOutApi(OptOutService optOuts) {
    this.optOuts = optOuts;
  }

  @PostMapping("/api/v1/opt-outs")
  @Answers({"204", "400 bad_request", "422 unknown_channel"})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void optOut(@RequestBody OptOut wish) {
    if (wish.customer() == null || wish.channel() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    optOuts.optOut(wish.customer(), wish.channel(), wish.at(), wish.source());
  }
}
