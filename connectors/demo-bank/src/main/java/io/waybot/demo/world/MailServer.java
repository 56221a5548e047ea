package io.waybot.demo.world;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/** The mail server: plain SMTP, so a mail that comes twice is two mails. */
final class MailServer implements AutoCloseable {
  private static final int KEPT_IN_MEMORY = 1_000;

  private final GreenMail server;
  private final Memory memory;
  private final Directory directory;
  private final Clock clock;
  private final GreenMailUser everybody;
  private int kept;

  MailServer(int port, Memory memory, Directory directory, Clock clock) throws UserException {
    this.memory = memory;
    this.directory = directory;
    this.clock = clock;
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    var users = server.getManagers().getUserManager();
    everybody =
        users.createUser("everybody@demo.invalid", "everybody", UUID.randomUUID().toString());
    users.setMessageDeliveryHandler((mail, address) -> take(mail, address.getEmail()));
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  private synchronized GreenMailUser take(MovingMessage mail, String address)
      throws MessagingException {
    var message = mail.getMessage();
    var key = message.getHeader("X-Waybot-Key", null);
    memory.remember(
        new Entry.Message(
            Channels.EMAIL,
            key == null ? "" : key,
            UUID.randomUUID().toString(),
            directory.byMailbox(address),
            clock.instant(),
            message.getSubject(),
            text(message),
            null,
            null));
    forgetOldOnes();
    return everybody;
  }

  /** GreenMail's own copies are not needed: the journal has them. */
  private void forgetOldOnes() {
    kept++;
    if (kept > KEPT_IN_MEMORY) {
      try {
        server.purgeEmailFromAllMailboxes();
      } catch (com.icegreen.greenmail.store.FolderException e) {
        throw new IllegalStateException("mailboxes cannot be emptied", e);
      }
      kept = 0;
    }
  }

  private static String text(MimeMessage message) throws MessagingException {
    try {
      return message.getContent() instanceof String text ? text : "";
    } catch (IOException e) {
      throw new MessagingException("unreadable mail", e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
