package io.waybot.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

  @Test
  void showsTheEndsOfAPhoneNumberOnly() {
    assertThat(Masked.phone("10012341234")).isEqualTo("100****1234");
    assertThat(Masked.phone("1234567")).isEqualTo("****");
    assertThat(Masked.phone(null)).isEmpty();
  }

  @Test
  void showsTheSurnameOnly() {
    assertThat(Masked.name("高")).isEqualTo("高*");
    assertThat(Masked.name("Gao")).isEqualTo("Gao *");
    assertThat(Masked.name(" ")).isEqualTo("*");
  }

  @Test
  void showsTheFirstLetterOfAMailAddressOnly() {
    assertThat(Masked.mail("c100001@demo.invalid")).isEqualTo("c***@demo.invalid");
    assertThat(Masked.mail("@")).isEqualTo("***");
  }
}
