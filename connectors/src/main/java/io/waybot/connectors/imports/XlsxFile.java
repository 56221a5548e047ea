package io.waybot.connectors.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** One sheet of a workbook, streamed: a million rows in tens of megabytes. */
final class XlsxFile implements TableFile {
  private final Path path;
  private final @Nullable String sheet;

  XlsxFile(Path path, @Nullable String sheet) {
    this.path = path;
    this.sheet = sheet;
  }

  @Override
  public void read(Rows rows) {
    WorkbookGuard.check(path);
    try (var workbook = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
      var strings = new ReadOnlySharedStringsTable(workbook, false);
      var reader = new XSSFReader(workbook);
      var handler = new XlsxRows(rows);
      try (var content = chosen(reader)) {
        var xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
            new XSSFSheetXMLHandler(
                reader.getStylesTable(),
                null,
                strings,
                handler,
                new RawCells(from1904(reader)),
                false));
        xml.parse(new InputSource(content));
      } catch (XlsxRows.Enough e) {
        return;
      }
      handler.requireHeadings();
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | SAXException
        | javax.xml.parsers.ParserConfigurationException
        | IOException e) {
      throw ImportRefusal.notAWorkbook(e);
    }
  }

  private static boolean from1904(XSSFReader reader)
      throws IOException,
          OpenXML4JException,
          SAXException,
          javax.xml.parsers.ParserConfigurationException {
    var found = new boolean[1];
    var xml = XMLHelper.newXMLReader();
    xml.setContentHandler(
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String name, String qualified, Attributes marks) {
            if (name.equals("workbookPr")) {
              var value = marks.getValue("date1904");
              found[0] = "1".equals(value) || "true".equals(value);
            }
          }
        });
    try (var workbook = reader.getWorkbookData()) {
      xml.parse(new InputSource(workbook));
    }
    return found[0];
  }

  private InputStream chosen(XSSFReader reader) throws IOException, OpenXML4JException {
    var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (sheets.hasNext()) {
      var content = sheets.next();
      if (sheet == null || sheet.isBlank() || sheet.equals(sheets.getSheetName())) {
        return content;
      }
      content.close();
    }
    if (sheet == null || sheet.isBlank()) {
      throw ImportRefusal.noHeadings();
    }
    throw ImportRefusal.noSheet(sheet);
  }
}
