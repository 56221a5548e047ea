package io.waybot.runtime.why;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One customer's way through one run, over HTTP. */
@RestController
class WhyApi {
  private final WhyService why;

  WhyApi(WhyService why) {
    this.why = why;
  }

  @GetMapping("/api/v1/runs/{run}/customers/{number}")
  WhyView get(@PathVariable UUID run, @PathVariable String number) {
    return why.of(run, number);
  }
}
