package io.waybot.e2e.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the ledger is kept. */
interface Database extends AutoCloseable {
  /** How the application is told to use it. */
  List<String> options();

  /** To look at the ledger when the application is gone. */
  String url();

  String user();

  /** Whether it is a process of its own, which can be killed. */
  boolean killable();

  /** kill -9, then started again on the same files; returns when it answers. */
  void killAndStart() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** The application's default, with its own settings: it dies and lives with the application. */
  record H2File(Path home) implements Database {
    @Override
    public List<String> options() {
      return List.of();
    }

    @Override
    public String url() {
      return "jdbc:h2:file:"
          + home.resolve("db/waybot")
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    @Override
    public String user() {
      return "sa";
    }

    @Override
    public boolean killable() {
      return false;
    }

    @Override
    public void killAndStart() {
      throw new UnsupportedOperationException("an H2 file has no process");
    }

    @Override
    public void close() {}
  }
}
