package io.waybot.runtime.demo;

import io.waybot.db.customer.DatasetCatalog;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names for people on the demo bank's data, whose files head their columns for machines. */
@Component
class DemoFields {
  private final DatasetCatalog catalog;

  DemoFields(DatasetCatalog catalog) {
    this.catalog = catalog;
  }

  @Transactional
  void name() {
    DemoTables.fields().forEach(this::name);
  }

  private void name(Catalogue.Field field) {
    if (field.name() == null) {
      catalog.describe(field.dataset(), field.zh(), field.en());
    } else {
      var column = catalog.column(field.dataset(), field.name()).orElseThrow();
      catalog.describe(field.dataset(), column.named(field.zh(), field.en()));
    }
  }
}
