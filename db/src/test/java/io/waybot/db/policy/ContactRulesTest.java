package io.waybot.db.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ContactRulesTest {
  @ParameterizedTest
  @EnumSource
  void applyInTheBanksOrder(TestDatabase kind) {
    var rules = new ContactRules(kind.open().sql(), JsonMapper.builder().build());

    assertThat(rules.inOrder())
        .extracting(ContactRule::code)
        .containsExactly(
            "NO_CONSENT",
            "NOT_PERSONALISED",
            "PROTECTED",
            "COMPLAINT",
            "CAP",
            "HOLDS",
            "REENTRY",
            "OPTED_OUT",
            "NO_ADDRESS");
  }

  @ParameterizedTest
  @EnumSource
  void mayBeMadeStricterButNeverLooserThanTheFloor(TestDatabase kind) {
    var rules = new ContactRules(kind.open().sql(), JsonMapper.builder().build());

    rules.tighten("CAP", Map.of("contacts", 1, "days", 14));

    assertThat(rules.find("CAP").orElseThrow().parameter("contacts")).isEqualTo(1);
    assertThatThrownBy(() -> rules.tighten("CAP", Map.of("contacts", 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules.tighten("CAP", Map.of("days", 6)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules.tighten("CAP", Map.of("hours", 6)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rules.find("CAP").orElseThrow().parameters())
        .isEqualTo(Map.of("contacts", 1, "days", 14));
  }
}
