package io.waybot.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpGatewayTest extends ChannelGatewayContract {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private ServerSocket silent;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.stop();
    if (silent != null) {
      silent.close();
    }
  }

  private static ChannelGateway to(int port) {
    var url = URI.create("smtp://127.0.0.1:" + port);
    return new SmtpGateway(
        new ChannelEndpoints.Endpoint(url, SECRET, null, null, "bank@demo.invalid"));
  }

  @Override
  ChannelGateway gateway() {
    return to(server.getSmtp().getPort());
  }

  @Override
  ChannelGateway gatewayToNobody() {
    return to(1);
  }

  /** Speaks SMTP until the mail is there, then hangs up without a word. */
  @Override
  ChannelGateway gatewayToASilentPeer() {
    try {
      silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::takeAMailAndHangUp);
    return to(silent.getLocalPort());
  }

  private void takeAMailAndHangUp() {
    try (var socket = silent.accept()) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var out = socket.getOutputStream();
      out.write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
      boolean data = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (data && line.equals(".")) {
          return;
        }
        if (!data) {
          data = line.startsWith("DATA");
          out.write((data ? "354 go on\r\n" : "250 fine\r\n").getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String goodAddress() {
    return "c100001@demo.invalid";
  }

  @Override
  String refusedAddress() {
    return "no address at all";
  }

  @Override
  int delivered(String key) {
    return (int)
        Arrays.stream(server.getReceivedMessages())
            .filter(mail -> {
              try {
                return key.equals(mail.getHeader("X-Waybot-Key")[0]);
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
            .count();
  }

  @Test
  void letsTheReaderUnsubscribeInOneClick() throws Exception {
    var link = "https://bank.invalid/unsubscribe/k9.abc";

    gateway().send(new Message("k9", goodAddress(), "标题", "正文", null, null, link));

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getSubject()).isEqualTo("标题");
  }
}
