package io.waybot.connectors.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.customer.ColumnType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  private static final FileLayout UTF8 = FileLayout.csv(StandardCharsets.UTF_8, ',');
  @TempDir Path folder;

  @Test
  void readsQuotesLineBreaksAndAByteOrderMark() throws IOException {
    var table = read("\uFEFF\"no\",note\r\n1,\"a, \"\"b\"\"\nc\"\r\n\r\n2,\r\n", UTF8);

    assertThat(table.headings).containsExactly("no", "note");
    assertThat(table.rows).containsExactly(List.of("1", "a, \"b\"\nc"), List.of("2", ""));
  }

  @Test
  void readsChineseInItsOwnEncoding() throws IOException {
    var gb = Charset.forName("GB18030");
    var path = Files.write(folder.resolve("gb.csv"), "客户号;姓名\n1;高俊\n".getBytes(gb));

    assertThat(Tables.read(path, FileLayout.csv(gb, ';')).rows).containsExactly(List.of("1", "高俊"));
    assertRefused(path, "encoding");
  }

  @Test
  void refusesBinaryContentAndAQuoteThatNeverEnds() throws IOException {
    assertRefused(
        Files.write(folder.resolve("bin.csv"), new byte[] {'a', 0, 'b', '\n'}), "encoding");
    assertRefused(
        Files.writeString(folder.resolve("open.csv"), "a,b\n1,\"" + "x,y\n".repeat(400_000)),
        "malformed");
    assertRefused(Files.createFile(folder.resolve("none.csv")), "no_headings");
  }

  @Test
  void guessesTypesWithoutTurningCodesIntoNumbers() throws IOException {
    var path =
        Files.writeString(
            folder.resolve("types.csv"),
            """
            customer_no,age,rate,born,active,zip,phone,default,yes,none
            1,30,-1.1,1990-01-02,true,00123,+8613,no,yes,
            2,,2,2001/2/3,false,10000,100,unknown,no,
            """);

    var preview = FilePreview.of(path, UTF8);

    assertThat(preview.key()).isEqualTo("customer_no");
    assertThat(preview.columns())
        .extracting(MappedColumn::target, MappedColumn::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("customer_no", ColumnType.INT),
            org.assertj.core.groups.Tuple.tuple("age", ColumnType.INT),
            org.assertj.core.groups.Tuple.tuple("rate", ColumnType.DECIMAL),
            org.assertj.core.groups.Tuple.tuple("born", ColumnType.DATE),
            org.assertj.core.groups.Tuple.tuple("active", ColumnType.BOOL),
            org.assertj.core.groups.Tuple.tuple("zip", ColumnType.TEXT),
            org.assertj.core.groups.Tuple.tuple("phone", ColumnType.TEXT),
            org.assertj.core.groups.Tuple.tuple("c_default", ColumnType.TEXT),
            org.assertj.core.groups.Tuple.tuple("yes", ColumnType.TEXT),
            org.assertj.core.groups.Tuple.tuple("none", ColumnType.TEXT));
    assertThat(preview.rows()).hasSize(2);
  }

  @Test
  void writesNothingThatRunsInASpreadsheet() throws IOException {
    var path = folder.resolve("out.csv");
    try (var writer = TableWriter.csv(path, StandardCharsets.UTF_8, ',')) {
      writer.row(List.of("=cmd()", "+1+1", "-1.5", "@x", "\tx", "plain", -2));
    }

    assertThat(Tables.read(path, UTF8).headings)
        .containsExactly("'=cmd()", "'+1+1", "-1.5", "'@x", "'\tx", "plain", "-2");
  }

  private Tables read(String text, FileLayout layout) throws IOException {
    return Tables.read(Files.writeString(folder.resolve("list.csv"), text), layout);
  }

  private static void assertRefused(Path path, String code) {
    assertThatThrownBy(() -> Tables.read(path, UTF8))
        .isInstanceOfSatisfying(ImportRefusal.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
