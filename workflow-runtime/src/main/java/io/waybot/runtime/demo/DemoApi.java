package io.waybot.runtime.demo;

import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.CurrentUser;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The button of the yellow strip, over HTTP; only a demo has it. */
@RestController
@ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
class DemoApi {
  private final DemoDay day;
  private final CurrentUser user;

  DemoApi(DemoDay day, CurrentUser user) {
    this.day = day;
    this.user = user;
  }

  record Today(LocalDate businessDate) {}

  @PostMapping("/api/v1/demo/next-day")
  @Answers("409 day_is_moving")
  Today next() {
    return new Today(day.next(user.get().login()));
  }
}
