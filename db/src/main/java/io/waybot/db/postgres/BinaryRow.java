package io.waybot.db.postgres;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.postgresql.util.ByteConverter;

/**
 * Reads the values of one row after the other, by place from 0. Which type a place has must be
 * known; an empty one has no value.
 */
public final class BinaryRow {
  private static final long DAYS_BEFORE_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long EXACT = 1L << 53;
  private static final int NUMERIC_HEAD = 8;
  private static final int BASE = 10_000;
  private static final double[] TENS = {1, 1e4, 1e8, 1e12, 1e16, 1e20};

  private final int[] begin;
  private final int[] length;
  private byte[] bytes = {};

  public BinaryRow(int places) {
    this.begin = new int[places];
    this.length = new int[places];
  }

  /** The row to read from now on. */
  public void turnTo(byte[] row) {
    bytes = row;
    int at = Short.BYTES;
    for (int place = 0; place < begin.length; place++) {
      length[place] = ByteConverter.int4(row, at);
      begin[place] = at + Integer.BYTES;
      at = begin[place] + Math.max(0, length[place]);
    }
  }

  public boolean empty(int place) {
    return length[place] < 0;
  }

  /** Of an {@code int}. */
  public int int4(int place) {
    return ByteConverter.int4(bytes, begin[place]);
  }

  /** Of a {@code bigint}. */
  public long int8(int place) {
    return ByteConverter.int8(bytes, begin[place]);
  }

  public boolean flag(int place) {
    return bytes[begin[place]] != 0;
  }

  public LocalDate date(int place) {
    return LocalDate.ofEpochDay(DAYS_BEFORE_2000 + int4(place));
  }

  /** Of a text, in UTF-8 as the driver always asks for. */
  public String text(int place) {
    return new String(bytes, begin[place], length[place], StandardCharsets.UTF_8);
  }

  /** Of a {@code numeric}, with the digits after the point that the server keeps. */
  public BigDecimal exact(int place) {
    return (BigDecimal) ByteConverter.numeric(bytes, begin[place], length[place]);
  }

  /** The double next to a {@code numeric}. */
  public double number(int place) {
    int at = begin[place];
    int digits = ByteConverter.int2(bytes, at);
    int behindPoint = digits - 1 - ByteConverter.int2(bytes, at + 2); // groups of four
    if (digits <= 4 && Math.abs(behindPoint) < TENS.length) {
      long all = 0;
      for (int i = 0; i < digits; i++) {
        all = all * BASE + ByteConverter.int2(bytes, at + NUMERIC_HEAD + 2 * i);
      }
      if (all <= EXACT) { // then a single operation rounds, and rounds as it should
        double value = behindPoint > 0 ? all / TENS[behindPoint] : all * TENS[-behindPoint];
        int sign = ByteConverter.int2(bytes, at + 4);
        return sign == 0 ? value : sign == 0x4000 ? -value : exact(place).doubleValue();
      }
    }
    return exact(place).doubleValue();
  }
}
