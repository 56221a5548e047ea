package io.waybot.demo.world;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of JSON lines. A line is with the operating system before its cause is
 * answered: a killed process loses nothing, and half a last line, never answered for, is cut off.
 */
final class Journal implements Closeable {
  private final RandomAccessFile file;
  private final JsonMapper json;

  private Journal(RandomAccessFile file, JsonMapper json) {
    this.file = file;
    this.json = json;
  }

  /** Opens the journal of a directory and hands over what it holds, oldest first. */
  static Journal open(Path directory, JsonMapper json, Consumer<Entry> reader) throws IOException {
    Files.createDirectories(directory);
    var path = directory.resolve("journal.jsonl");
    long whole = replay(path, json, reader);
    var file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(whole);
    file.seek(whole);
    return new Journal(file, json);
  }

  private static long replay(Path path, JsonMapper json, Consumer<Entry> reader)
      throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    long size = Files.size(path);
    long whole = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        long next = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
        if (next > size) {
          break;
        }
        reader.accept(json.readValue(line, Entry.class));
        whole = next;
      }
    }
    return whole;
  }

  synchronized void append(Entry entry) {
    try {
      var line = json.writerFor(Entry.class).writeValueAsString(entry) + "\n";
      file.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the world's journal cannot be written", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
