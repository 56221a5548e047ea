package io.waybot.runtime.segment;

import io.waybot.connectors.imports.CustomerList;
import io.waybot.connectors.imports.FileFormat;
import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.FilePreview;
import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.Segment;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.language.Spoken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Segments that are exactly the customers of an uploaded file. */
@Component
public class UploadedLists {
  private final CustomerStore customers;
  private final AudienceStore audiences;
  private final SegmentKeeper keeper;
  private final ListFiles files;

  UploadedLists(
      CustomerStore customers, AudienceStore audiences, SegmentKeeper keeper, ListFiles files) {
    this.customers = customers;
    this.audiences = audiences;
    this.keeper = keeper;
    this.files = files;
  }

  /**
   * What a file holds.
   *
   * @param customers of the person's own unit, each once
   * @param rows rows with a customer number
   * @param repeated rows of a customer who stands further up already
   * @param unknown rows that name no customer of the person's unit
   * @param errors the unknown rows with the reason; null without any
   */
  public record Upload(
      RoaringBitmap customers, int rows, int repeated, int unknown, @Nullable Path errors) {
    public int matched() {
      return customers.getCardinality();
    }
  }

  /**
   * The columns of a file.
   *
   * @param likely the one that looks like customer numbers, else the first
   */
  public record Columns(List<String> all, String likely) {}

  /**
   * What the column of customer numbers may be called.
   *
   * @throws ApiProblem 422 {@code list_refused}, with the reason
   */
  public Columns columns(Path file, FileLayout layout) {
    try {
      var preview = FilePreview.of(file, layout);
      var named = preview.headings().stream().filter(heading -> !heading.isEmpty()).toList();
      return new Columns(named, preview.key() == null ? named.getFirst() : preview.key());
    } catch (ImportRefusal refusal) {
      throw refused(refusal);
    }
  }

  /**
   * Reads a file of customer numbers; nothing is kept yet.
   *
   * @param column heading of the customer number; blank: the first column
   * @throws ApiProblem 422 {@code list_refused}, with the reason
   */
  public Upload read(Path file, FileLayout layout, String column, SignedIn by) {
    var errors = files.next(layout.format() == FileFormat.CSV ? ".csv" : ".xlsx");
    var own = customers.ofOrg(by.unit().code());
    try {
      var list = CustomerList.of(file, layout, column, customers, own, errors);
      return new Upload(
          list.customers(),
          list.rows(),
          list.repeated(),
          list.unknown(),
          Optional.of(errors).filter(Files::exists).orElse(null));
    } catch (ImportRefusal refusal) {
      throw refused(refusal);
    }
  }

  private static ApiProblem refused(ImportRefusal refusal) {
    Spoken why = language -> refusal.message(language.getLanguage());
    return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "list_refused", why);
  }

  /**
   * Keeps the customers of a file under a code.
   *
   * @param seenVersion the version that is replaced; null for a new segment
   * @throws ApiProblem 422 {@code list_empty}, {@code segment_code}; 409 {@code segment_taken},
   *     {@code segment_changed}
   */
  @Transactional
  public void save(
      String code,
      String nameZh,
      String nameEn,
      Upload list,
      @Nullable Integer seenVersion,
      SignedIn by) {
    if (list.customers().isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "list_empty");
    }
    UUID kept =
        audiences
            .save(new NewAudience(null, null, null, "list", null, null), list.customers())
            .id();
    keeper.keep(
        code,
        seenVersion,
        by,
        at -> Segment.byList(code, nameZh, nameEn, by.unit().code(), kept, by.login(), at),
        (known, at) -> known.relisted(nameZh, nameEn, kept, by.login(), at));
  }
}
