package io.waybot.runtime.rehearsal;

import io.waybot.db.bank.Role;
import io.waybot.runtime.access.CurrentUser;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The counts on a run's drawing, and one customer's way along it, over HTTP. */
@RestController
class PictureApi {
  private final RunPictures pictures;
  private final CustomerWays ways;
  private final CurrentUser user;

  PictureApi(RunPictures pictures, CustomerWays ways, CurrentUser user) {
    this.ways = ways;
    this.pictures = pictures;
    this.user = user;
  }

  @GetMapping("/api/v1/runs/{run}/picture")
  RunPicture get(@PathVariable UUID run) {
    return pictures.of(
        run, user.with(Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ADMIN).scope());
  }

  @GetMapping("/api/v1/runs/{run}/customers/{number}/way")
  CustomerWay way(@PathVariable UUID run, @PathVariable String number) {
    return ways.of(run, number);
  }
}
