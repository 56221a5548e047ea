package io.waybot.designer.imports;

import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.select.Select;
import io.waybot.connectors.imports.FileFormat;
import io.waybot.connectors.imports.FileLayout;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** How the uploaded file is to be read: format, charset, delimiter. */
public class LayoutForm extends HorizontalLayout {
  private final Select<FileFormat> format = new Select<>();
  private final Select<String> charset = new Select<>();
  private final Select<String> delimiter = new Select<>();

  public LayoutForm(Texts texts, Runnable changed) {
    format.setLabel(texts.get("imports.format"));
    format.setItems(FileFormat.values());
    format.setValue(FileFormat.CSV);
    charset.setLabel(texts.get("imports.charset"));
    charset.setItems("UTF-8", "GB18030");
    charset.setValue("UTF-8");
    delimiter.setLabel(texts.get("imports.delimiter"));
    delimiter.setItems(",", ";", "\t", "|");
    delimiter.setItemLabelGenerator(d -> d.equals("\t") ? texts.get("imports.tab") : d);
    delimiter.setValue(",");
    add(format, charset, delimiter);
    format.addValueChangeListener(change -> onFormat(changed));
    charset.addValueChangeListener(change -> changed.run());
    delimiter.addValueChangeListener(change -> changed.run());
  }

  private void onFormat(Runnable changed) {
    charset.setEnabled(format() == FileFormat.CSV);
    delimiter.setEnabled(format() == FileFormat.CSV);
    changed.run();
  }

  public void guessFrom(String fileName) {
    boolean workbook = fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    format.setValue(workbook ? FileFormat.XLSX : FileFormat.CSV);
  }

  FileFormat format() {
    return format.getValue();
  }

  String charset() {
    return charset.getValue();
  }

  String delimiter() {
    return delimiter.getValue();
  }

  public FileLayout value() {
    return NewImportDialog.layoutOf(format(), charset(), delimiter().charAt(0));
  }
}
