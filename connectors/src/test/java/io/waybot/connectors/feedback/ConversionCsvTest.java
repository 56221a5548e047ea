package io.waybot.connectors.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waybot.db.dispatch.Conversions.Conversion;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionCsvTest {
  private static final String HEADER = "id,customer,product,at,amountYuan\n";

  @Test
  void readsSalesWithOffsetsAndEmptyAmounts() {
    var sales =
        ConversionCsv.read(
            bytes(
                HEADER
                    + "s1,103812,P01,2026-11-20T09:30:00+08:00,50000.00\n"
                    + "s2,100001,P20,2026-11-20T01:00:00Z,\n"));

    assertThat(sales)
        .containsExactly(
            new Conversion(
                "s1",
                "103812",
                "P01",
                Instant.parse("2026-11-20T01:30:00Z"),
                new BigDecimal("50000.00")),
            new Conversion(
                "s2", "100001", "P20", Instant.parse("2026-11-20T01:00:00Z"), BigDecimal.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s1,103812,P01,20.11.2026,1",
        "s1,,P01,2026-11-20T01:00:00Z,1",
        "s1,1,P01,2026-11-20T01:00:00Z,much",
        "s1,1"
      })
  void refusesTheWholeFileAndNamesTheLine(String line) {
    assertThatExceptionOfType(ConversionCsv.Unreadable.class)
        .isThrownBy(
            () -> ConversionCsv.read(bytes(HEADER + "s0,1,P01,2026-11-20T01:00:00Z,1\n" + line)))
        .satisfies(refused -> assertThat(refused.line()).isEqualTo(3));
  }

  @Test
  void refusesAnotherEncoding() {
    var gbk = (HEADER + "s1,客户,P01,2026-11-20T01:00:00Z,1").getBytes(Charset.forName("GBK"));

    assertThatExceptionOfType(ConversionCsv.Unreadable.class)
        .isThrownBy(() -> ConversionCsv.read(new ByteArrayInputStream(gbk)));
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
