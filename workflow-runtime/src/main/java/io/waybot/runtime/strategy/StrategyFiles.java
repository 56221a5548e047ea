package io.waybot.runtime.strategy;

import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.connectors.imports.TableFile;
import io.waybot.connectors.imports.TableWriter;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Strategy tables as workbooks: whatever was exported can be imported again. */
@Component
class StrategyFiles {
  private static final int MOST_ROWS = 5_000;

  /** What banks write for channels in their own tables. */
  private static final Map<String, String> ALIASES =
      Map.of("rm", "branch", "mail", "email", "pos", "position");

  private final Channels channels;

  StrategyFiles(Channels channels) {
    this.channels = channels;
  }

  /**
   * The rows of the first sheet.
   *
   * @throws ApiProblem 422 if this is no workbook, a column is missing or there are too many rows
   */
  List<StrategyRow> read(byte[] workbook) {
    var file = temporary();
    try {
      Files.write(file, workbook);
      var rows = new Rows(channelCodes());
      TableFile.of(file, FileLayout.xlsx(null)).read(rows);
      return rows.read;
    } catch (ImportRefusal refusal) {
      throw problem("strategy_file", String.valueOf(refusal.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  byte[] write(List<StrategyRow> rows, boolean zh) {
    var file = temporary();
    try {
      try (var writer = TableWriter.xlsx(file, "strategies")) {
        writer.row(List.of(Cell.values()).stream().map(cell -> cell.heading(zh)).toList());
        for (var row : rows) {
          writer.row(row.cells());
        }
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  /** Our code by code, alias and both names, in lower case. */
  private Map<String, String> channelCodes() {
    var codes = new HashMap<>(ALIASES);
    for (var channel : channels.all()) {
      for (Function<Channel, String> word :
          List.<Function<Channel, String>>of(Channel::code, Channel::nameZh, Channel::nameEn)) {
        codes.put(word.apply(channel).toLowerCase(Locale.ROOT), channel.code());
      }
    }
    return codes;
  }

  private static final class Rows implements TableFile.Rows {
    private final Map<String, String> channels;
    private final int[] places = new int[Cell.values().length];
    private final List<StrategyRow> read = new ArrayList<>();

    Rows(Map<String, String> channels) {
      this.channels = channels;
    }

    @Override
    public void headings(List<String> headings) {
      for (var cell : Cell.values()) {
        places[cell.ordinal()] = -1;
        for (int i = 0; i < headings.size(); i++) {
          if (cell.isNamed(headings.get(i))) {
            places[cell.ordinal()] = i;
          }
        }
        if (places[cell.ordinal()] < 0) {
          throw problem("strategy_column", cell.heading(true) + " / " + cell.heading(false));
        }
      }
    }

    @Override
    public boolean row(long line, List<String> cells) {
      if (read.size() == MOST_ROWS) {
        throw problem("strategy_rows", String.valueOf(MOST_ROWS));
      }
      var values = new ArrayList<String>();
      for (var cell : Cell.values()) {
        int place = places[cell.ordinal()];
        var text = place < cells.size() ? cells.get(place).strip() : "";
        values.add(value(cell, text));
      }
      read.add(StrategyRow.of(values));
      return true;
    }

    private String value(Cell cell, String text) {
      return switch (cell) {
        case CHANNEL, SECOND ->
            dash(text) ? "" : channels.getOrDefault(text.toLowerCase(Locale.ROOT), text);
        case FRESH_DAYS, PRIORITY -> text.replaceFirst("\\.0+$", "");
        default -> dash(text) ? "" : text;
      };
    }

    private static boolean dash(String text) {
      return text.equals("–") || text.equals("-") || text.equals("—");
    }
  }

  private static ApiProblem problem(String code, String what) {
    return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, what);
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("waybot-strategies", ".xlsx");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
