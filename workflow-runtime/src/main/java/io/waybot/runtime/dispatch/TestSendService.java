package io.waybot.runtime.dispatch;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Gateways;
import io.waybot.connectors.channel.Message;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.TestSends;
import io.waybot.db.dispatch.TestSends.Recipient;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Sends a content to colleagues before go-live: only to the test list, outside caps and reports,
 * each send audited. Values that belong to a customer are examples.
 */
@Service
public class TestSendService {
  private final TestSends tests;
  private final Contents contents;
  private final ContentPreview preview;
  private final Gateways gateways;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;

  TestSendService(
      TestSends tests,
      Contents contents,
      ContentPreview preview,
      Gateways gateways,
      AuditLog audit,
      CurrentUser user,
      Clock clock) {
    this.tests = tests;
    this.contents = contents;
    this.preview = preview;
    this.gateways = gateways;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
  }

  /** What the provider said for one colleague. */
  public record Sent(String recipient, boolean accepted, String answer) {}

  public List<Recipient> recipients() {
    user.with(Role.PLANNER, Role.APPROVER, Role.ADMIN);
    return tests.recipients();
  }

  /**
   * Puts a colleague on the list: not for planners, who would be testing on whom they like.
   *
   * @throws ApiProblem 422 {@code recipient_incomplete} without a name or any address
   */
  public void add(Recipient recipient) {
    var person = user.with(Role.ADMIN);
    boolean reachable =
        Stream.of(
                recipient.phone(), recipient.mail(), recipient.deviceId(), recipient.customerKey())
            .anyMatch(Objects::nonNull);
    if (recipient.name().isBlank() || !reachable) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "recipient_incomplete");
    }
    tests.add(recipient, person.login());
    audit.append(person.login(), "test-list.add", recipient.name(), null);
  }

  public void remove(UUID recipient) {
    var person = user.with(Role.ADMIN);
    tests.remove(recipient);
    audit.append(person.login(), "test-list.remove", recipient.toString(), null);
  }

  /**
   * @throws ApiProblem 404 for an unknown content, 422 if the channel is not connected or somebody
   *     is not on the test list
   */
  public List<Sent> send(
      String contentCode, String channel, String language, Collection<UUID> recipients) {
    var person = user.with(Role.PLANNER, Role.APPROVER, Role.ADMIN);
    var content = contents.find(contentCode).orElseThrow(ApiProblem::notFound);
    var gateway =
        gateways
            .find(channel)
            .orElseThrow(() ->
                new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "channel_not_connected", channel));
    var listed = tests.recipients().stream().filter(r -> recipients.contains(r.id())).toList();
    if (listed.size() != recipients.stream().distinct().count()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "not_on_test_list");
    }
    audit.append(person.login(), "content.test-send", contentCode, channel + " × " + listed.size());
    var sent = new ArrayList<Sent>();
    for (var colleague : listed) {
      sent.add(send(gateway, content, language, colleague, person.login()));
    }
    return sent;
  }

  private Sent send(
      ChannelGateway gateway, Content content, String language, Recipient to, String by) {
    var channel = gateway.channel();
    var address = to.address(channel);
    if (address == null) {
      return new Sent(to.name(), false, "NO_ADDRESS");
    }
    var wording = contents.wording(content.code(), content.version(), language).orElseThrow();
    var text = preview.render(channel, wording, content.productCode(), example());
    var answer =
        gateway.send(
            new Message(
                "test-" + UUID.randomUUID(),
                address,
                text.title(),
                text.body(),
                content.page(),
                null,
                null));
    var said =
        switch (answer) {
          case Answer.Accepted a -> "accepted";
          case Answer.Rejected r -> r.reason();
          case Answer.Busy b -> b.reason();
          case Answer.Ambiguous a -> a.reason();
        };
    tests.log(content.code(), content.version(), channel, language, to.id(), said, by);
    return new Sent(to.name(), answer instanceof Answer.Accepted, said);
  }

  private CustomerFacts example() {
    var date = LocalDate.now(clock).plusDays(30);
    return new CustomerFacts(Map.of("risk_valid_until", date.toString()));
  }
}
