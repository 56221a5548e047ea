package io.waybot.connectors.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.customer.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellParserTest {

  @Test
  void readsEachType() {
    assertThat(parse("1.0E7", ColumnType.INT)).isEqualTo(10_000_000L);
    assertThat(parse(" 4.8570004 ", ColumnType.DECIMAL)).isEqualTo(new BigDecimal("4.857000"));
    assertThat(parse("2026年1月2日", ColumnType.DATE)).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(parse("20260102", ColumnType.DATE)).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(parse("是", ColumnType.BOOL)).isEqualTo(true);
    assertThat(parse(" kept ", ColumnType.TEXT)).isEqualTo(" kept ");
    assertThat(parse("  ", ColumnType.INT)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, INT, not_whole",
    "99999999999999999999, INT, not_whole",
    "abc, DECIMAL, not_a_number",
    "1e999999999, DECIMAL, too_many_digits",
    "123456789012345, DECIMAL, too_many_digits",
    "2026-02-30, DATE, not_a_date",
    "2026-01-02T10:00, DATE, not_a_date",
    "maybe, BOOL, not_yes_or_no"
  })
  void saysWhyATextIsNoValue(String text, ColumnType type, String code) {
    assertThatThrownBy(() -> parse(text, type))
        .isInstanceOfSatisfying(
            BadCell.Found.class, e -> assertThat(e.cell().code()).isEqualTo(code));
  }

  @Test
  void refusesTextThatADatabaseCannotHold() {
    assertThatThrownBy(() -> parse("a\0b", ColumnType.TEXT)).isInstanceOf(BadCell.Found.class);
    assertThatThrownBy(() -> parse("x".repeat(1001), ColumnType.TEXT))
        .isInstanceOf(BadCell.Found.class);
  }

  private static Object parse(String text, ColumnType type) {
    return CellParser.parse(text, type, "column");
  }
}
