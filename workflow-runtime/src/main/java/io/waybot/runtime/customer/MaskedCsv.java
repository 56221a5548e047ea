package io.waybot.runtime.customer;

import io.waybot.connectors.imports.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A customer list as a file: the same masked lines that the screen shows, and nothing more. */
final class MaskedCsv implements AutoCloseable {
  private final TableWriter writer;
  private final boolean chinese;

  MaskedCsv(OutputStream out, boolean chinese) throws IOException {
    this.writer = TableWriter.csv(out, StandardCharsets.UTF_8, ',');
    this.chinese = chinese;
    writer.row(
        chinese
            ? List.of("客户号", "姓名", "手机", "机构号", "机构", "客户经理")
            : List.of("customer_no", "name", "phone", "unit_no", "unit", "relationship_manager"));
  }

  void write(List<MaskedCustomer> customers) throws IOException {
    for (var one : customers) {
      writer.row(
          Arrays.asList(
              one.key(),
              chinese ? one.nameZh() : one.nameEn(),
              one.phone(),
              one.org(),
              chinese ? one.orgZh() : one.orgEn(),
              one.homeStaff()));
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
