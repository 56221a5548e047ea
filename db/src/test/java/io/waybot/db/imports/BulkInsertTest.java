package io.waybot.db.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

class BulkInsertTest {
  private static final Instant AT = Instant.parse("2026-11-20T01:02:03.456Z");
  private static final UUID ID = UUID.fromString("fedcba98-7654-4321-8fed-0123456789ab");
  private static final List<String> COLUMNS =
      List.of("id", "place", "words", "at", "amount", "open");

  @ParameterizedTest
  @EnumSource
  void keepsEveryKindOfValueAsItIs(TestDatabase kind) {
    var db = kind.open();
    createTable(db);
    var bulk = new BulkInsert(db.batch());

    bulk.into(
        "bulk",
        COLUMNS,
        List.of(
            new @Nullable Object[] {ID, 1, "tab\tback\\slash\nline, \\N 王", AT, 1.5, true},
            new @Nullable Object[] {null, 2, null, null, null, null}));

    var rows = db.batch().queryForList("select * from bulk order by place");
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().get("id")).isEqualTo(ID);
    assertThat(rows.getFirst().get("words")).isEqualTo("tab\tback\\slash\nline, \\N 王");
    assertThat(rows.getFirst().get("open")).isEqualTo(true);
    assertThat(db.batch().queryForObject("select at from bulk where place = 1", Timestamp.class))
        .isEqualTo(Timestamp.from(AT));
    assertThat(rows.get(1)).containsEntry("words", null).containsEntry("id", null);
  }

  @ParameterizedTest
  @EnumSource
  void writesMoreRowsThanFitIntoOneBuffer(TestDatabase kind) {
    var db = kind.open();
    createTable(db);

    new BulkInsert(db.batch())
        .into(
            "bulk",
            List.of("place", "words", "id", "open"),
            () ->
                IntStream.range(0, 12_345)
                    .mapToObj(
                        i -> new @Nullable Object[] {i, "row number " + i, ID, i < 7 ? null : true})
                    .iterator());

    assertThat(
            db.batch()
                .queryForObject(
                    "select count(*) from bulk where words = 'row number ' || place and id = ? and"
                        + " (open is null) = (place < 7)",
                    Integer.class,
                    ID))
        .isEqualTo(12_345);
  }

  @ParameterizedTest
  @EnumSource
  void writesAValueThatIsLongerThanTheBuffer(TestDatabase kind) {
    var db = kind.open();
    createTable(db);
    var words = "王\\".repeat(100_000);

    new BulkInsert(db.batch())
        .into("bulk", List.of("place", "words"), List.<Object[]>of(new Object[] {1, words}));

    assertThat(db.batch().queryForObject("select words from bulk", String.class)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingWhenAKeyOccursTwice(TestDatabase kind) {
    var db = kind.open();
    createTable(db);
    var bulk = new BulkInsert(db.batch());

    assertThatThrownBy(() ->
            bulk.into(
                "bulk",
                List.of("place", "words"),
                List.of(new @Nullable Object[] {1, "first"}, new @Nullable Object[] {1, "again"})))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(db.batch().queryForObject("select count(*) from bulk", Integer.class)).isZero();
  }

  private static void createTable(TestDatabase.Access db) {
    db.batch()
        .execute(
            "create table bulk (id uuid, place int primary key, words text, at timestamp"
                + " with time zone, amount double precision, open boolean)");
  }
}
