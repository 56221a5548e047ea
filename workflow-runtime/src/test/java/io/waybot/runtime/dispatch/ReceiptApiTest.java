package io.waybot.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.testing.TestDatabase;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptApiTest {

  private static String receipt(String id, String key, String type, String text) {
    return "{\"id\":\"%s\",\"key\":\"%s\",\"type\":\"%s\",\"at\":\"2026-11-20T02:00:00Z\",\"text\":%s}"
        .formatted(id, key, type, text == null ? "null" : "\"" + text + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void takesEachReceiptOnceAndKeepsThoseOfOthersApart(TestDatabase kind) throws Exception {
    try (var desk = new DispatchDesk(kind)) {
      desk.setState(1, "push", "UNKNOWN");
      desk.setState(2, "push", "UNKNOWN");
      var one = receipt("e1", desk.key(1, "push"), "DELIVERED", null);
      var two = receipt("e2", desk.key(2, "push"), "CLICKED", null);
      var strange = receipt("e3", "never-ours", "DELIVERED", null);
      var otherChannel = receipt("e4", desk.key(1, "sms"), "DELIVERED", null);

      var first = desk.receipts("push", DispatchDesk.SECRET, one, two, strange, otherChannel);
      var again = desk.receipts("push", DispatchDesk.SECRET, two, one);

      assertThat(first.getContentAsString())
          .isEqualTo("{\"accepted\":2,\"duplicate\":0,\"unknown\":2}");
      assertThat(again.getContentAsString())
          .isEqualTo("{\"accepted\":0,\"duplicate\":2,\"unknown\":0}");
      assertThat(desk.state(1, "push")).as("delivery proves it").isEqualTo("SENT");
      assertThat(desk.state(2, "push")).isEqualTo("SENT");
      assertThat(desk.state(1, "sms")).as("a key of another channel").isEqualTo("PENDING");
      assertThat(desk.count("receipt")).isEqualTo(4);
    }
  }

  @Test
  void refusesReceiptsThatAreNotTheProviders() {
    try (var desk = new DispatchDesk(TestDatabase.H2)) {
      var item = receipt("e1", desk.key(1, "push"), "DELIVERED", null);
      var tooMany = Collections.nCopies(1_001, item).toArray(String[]::new);

      assertThat(desk.receipts("push", "guess", item).getStatus()).isEqualTo(401);
      assertThat(desk.receipts("fax", DispatchDesk.SECRET, item).getStatus()).isEqualTo(401);
      assertThat(desk.receipts("push", DispatchDesk.SECRET, tooMany).getStatus()).isEqualTo(413);
      assertThat(desk.receipts("push", DispatchDesk.SECRET, "{}").getStatus()).isEqualTo(400);
      assertThat(desk.perform(post("/api/v1/receipts").content("null")).getStatus()).isEqualTo(400);
      assertThat(
              desk.receipts("push", DispatchDesk.SECRET, receipt("e", "k", "SEEN", null))
                  .getStatus())
          .isEqualTo(400);
      assertThat(desk.perform(post("/api/v1/receipts").content("[")).getStatus()).isEqualTo(400);
      assertThat(desk.count("receipt")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "R,true",
    "r。,true",
    "R ,true",
    "退订,true",
    "TD,true",
    "我要退订,true",
    "好的,false",
    "RR,false"
  })
  void stopsAChannelAtOnceWhenTheReplySaysSo(String reply, boolean stops) {
    try (var desk = new DispatchDesk(TestDatabase.H2)) {
      desk.setState(1, "sms", "SENT");
      desk.receipts(
          "sms", DispatchDesk.SECRET, receipt("e1", desk.key(1, "sms"), "REPLIED", reply));

      assertThat(desk.bean(OptOutLedger.class).active(1, "sms")).isEqualTo(stops);
      assertThat(desk.bean(OptOutLedger.class).active(1, "push")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotUndoALaterWishWhenAnOldReplyIsReportedAgain(TestDatabase kind) {
    try (var desk = new DispatchDesk(kind)) {
      var reply = receipt("e1", desk.key(1, "sms"), "OPTED_OUT", null);
      desk.receipts("sms", DispatchDesk.SECRET, reply);
      assertThat(desk.state(1, "sms")).isEqualTo("WITHHELD OPTED_OUT");
      desk.bean(OptOutLedger.class).lift(1, "sms");

      desk.receipts("sms", DispatchDesk.SECRET, reply);

      assertThat(desk.bean(OptOutLedger.class).active(1, "sms")).isFalse();
      assertThat(desk.bean(OptOutLedger.class).of(1)).hasSize(1);
    }
  }
}
