package io.waybot.connectors.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The UCI bank marketing file (41,188 calls), coded for training; a test without it is skipped. */
final class BankData {
  private static final String FILE = "shared/data/bank-additional-full.csv";

  private BankData() {}

  /** All columns but {@code duration}, which is known only after the call. */
  static TrainingSet withoutDuration() throws IOException {
    var path = find();
    Assumptions.assumeTrue(path != null, "../" + FILE + " is not here, so this test is skipped");
    var format =
        CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
      var names = new ArrayList<>(parser.getHeaderNames());
      names.removeAll(List.of("duration", "y"));
      return code(names, parser.getRecords());
    }
  }

  private static TrainingSet code(List<String> names, List<CSVRecord> records) {
    var features =
        names.stream()
            .map(name ->
                records.stream().allMatch(row -> row.get(name).matches("-?[0-9.]+"))
                    ? Feature.number(name)
                    : Feature.category(
                        name,
                        List.copyOf(
                            new TreeSet<>(records.stream().map(row -> row.get(name)).toList()))))
            .toList();
    int width = features.size();
    var matrix = new double[records.size() * width];
    var labels = new float[records.size()];
    var times = new double[records.size()];
    for (int column = 0; column < width; column++) {
      var feature = features.get(column);
      var codes = feature.codes();
      for (int row = 0; row < records.size(); row++) {
        var text = records.get(row).get(feature.name());
        matrix[row * width + column] =
            feature.kind() == Feature.Kind.NUMBER ? Double.parseDouble(text) : codes.get(text);
      }
    }
    for (int row = 0; row < labels.length; row++) {
      labels[row] = records.get(row).get("y").equals("yes") ? 1 : 0;
      times[row] = row;
    }
    return new TrainingSet(features, matrix, labels, times);
  }

  private static Path find() {
    return Stream.iterate(Path.of("").toAbsolutePath(), here -> here != null, Path::getParent)
        .map(here -> here.resolve(FILE))
        .filter(Files::isReadable)
        .findFirst()
        .orElse(null);
  }
}
