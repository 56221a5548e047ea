package io.waybot.e2e.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A mail server with faults: nobody can ask it afterwards, and it takes a mail twice. */
final class MailProvider implements Provider {
  private final ServerSocket server;
  private final Deliveries deliveries;
  private final Supplier<Fault> faults;

  MailProvider(Deliveries deliveries, Supplier<Fault> faults) throws IOException {
    this.deliveries = deliveries;
    this.faults = faults;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @Override
  public String url() {
    return "smtp://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      var out = socket.getOutputStream();
      say(out, "220 chaos");
      int customer = 0;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("RCPT TO:")) {
          customer = Addressee.ofMail(line.substring(line.indexOf('<') + 1));
          say(out, "250 ok");
        } else if (command.equals("DATA")) {
          say(out, "354 go on");
          if (!mail(out, key(in), customer)) {
            return;
          }
        } else if (command.equals("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // The caller was killed in the middle of a sentence, or waited no longer: nothing to do.
    }
  }

  /** Reads a mail to its end and answers its key. */
  private static String key(BufferedReader in) throws IOException {
    @Nullable String key = null;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("X-Waybot-Key:")) {
        key = line.substring(13).strip();
      } else if (line.equals(".") && key != null) {
        return key;
      }
    }
    throw new IOException("half a mail");
  }

  /** False when the conversation ends here. */
  private boolean mail(OutputStream out, String key, int customer) throws IOException {
    var fault = faults.get();
    deliveries.called(customer, fault);
    pause(fault.millis());
    if (fault.takesIt()) {
      deliveries.take(key, customer);
    }
    return switch (fault) {
      case NONE, DELAY, LATE -> say(out, "250 taken");
      case BUSY -> say(out, "451 later");
      case ERROR_AFTER, DROP, DROP_AFTER -> false;
    };
  }

  private static boolean say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return true;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
