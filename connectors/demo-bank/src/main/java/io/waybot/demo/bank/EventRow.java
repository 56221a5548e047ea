package io.waybot.demo.bank;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * One line of an events, salaries or app events file. {@code attributes} is a flat JSON object or
 * empty.
 */
record EventRow(
    int customer,
    String code,
    String at,
    @Nullable Double amountYuan,
    @Nullable String attributes) {
  static final List<String> HEADER =
      List.of("event_id", "customer_no", "code", "at", "amount_yuan", "attributes");

  void print(CSVPrinter out) throws IOException {
    var id = code + "-" + customer + "-" + at.substring(0, 10).replace("-", "");
    out.printRecord(id, customer, code, at, Column.money(amountYuan), attributes);
  }

  static String attribute(String name, Object value) {
    return value instanceof Number
        ? "{\"" + name + "\":" + value + "}"
        : "{\"" + name + "\":\"" + value + "\"}";
  }
}
