package io.waybot.connectors.channel;

import io.waybot.db.content.CrashKind;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mail over SMTP. Nobody can be asked whether a mail arrived, so an unclear one stays unclear.
 */
final class SmtpGateway implements ChannelGateway {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpGateway.class);

  private final Session session;
  private final InternetAddress sender;

  SmtpGateway(ChannelEndpoints.Endpoint endpoint) {
    this.session = session(endpoint.url(), endpoint.account(), endpoint.password());
    var from = endpoint.need(endpoint.sender(), "sender", "email");
    try {
      this.sender = new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalStateException("waybot.channel.email.sender is not a mail address", e);
    }
  }

  private static Session session(URI url, @Nullable String account, @Nullable String password) {
    var settings = new Properties();
    settings.put("mail.transport.protocol", "smtp");
    settings.put("mail.smtp.host", url.getHost());
    settings.put("mail.smtp.port", Integer.toString(url.getPort() < 0 ? 25 : url.getPort()));
    settings.put("mail.smtp.connectiontimeout", "2000");
    settings.put("mail.smtp.timeout", "5000");
    settings.put("mail.smtp.writetimeout", "5000");
    settings.put("mail.smtp.starttls.enable", "true");
    if (account == null || password == null) {
      return Session.getInstance(settings);
    }
    settings.put("mail.smtp.auth", "true");
    return Session.getInstance(
        settings,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(account, password);
          }
        });
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public CrashKind kind() {
    return CrashKind.PLAIN;
  }

  @Override
  public Answer send(Message message) {
    MimeMessage mail;
    try {
      mail = mail(message);
    } catch (MessagingException e) {
      return new Answer.Rejected("mail cannot be written: " + e.getClass().getSimpleName());
    }
    try {
      var transport = session.getTransport();
      transport.connect();
      var answer = handOver(transport, mail);
      close(transport);
      return answer;
    } catch (MessagingException e) {
      return new Answer.Busy("cannot connect: " + e.getClass().getSimpleName());
    }
  }

  private static Answer handOver(Transport transport, MimeMessage mail) {
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Answer.Accepted(mail.getMessageID());
    } catch (SMTPSendFailedException e) {
      return byCode(e.getReturnCode());
    } catch (SendFailedException e) {
      return e.getNextException() instanceof SMTPAddressFailedException refused
          ? byCode(refused.getReturnCode())
          : new Answer.Rejected("recipient refused");
    } catch (MessagingException e) {
      return new Answer.Ambiguous(e.getClass().getSimpleName());
    }
  }

  private static Answer byCode(int code) {
    if (code >= 500) {
      return new Answer.Rejected("SMTP " + code);
    }
    return code >= 400 ? new Answer.Busy("SMTP " + code) : new Answer.Ambiguous("SMTP " + code);
  }

  /** A failing good-bye says nothing about the mail that was already taken. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("mail server ended the conversation early", e);
    }
  }

  private MimeMessage mail(Message message) throws MessagingException {
    var mail = new MimeMessage(session);
    mail.setFrom(sender);
    mail.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.address(), true));
    mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
    mail.setText(message.body(), StandardCharsets.UTF_8.name());
    mail.setHeader("X-Waybot-Key", message.key());
    if (message.unsubscribe() != null) {
      mail.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.saveChanges();
    return mail;
  }
}
