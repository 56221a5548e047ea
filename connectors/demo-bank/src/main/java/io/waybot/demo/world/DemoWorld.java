package io.waybot.demo.world;

import com.icegreen.greenmail.user.UserException;
import io.waybot.demo.bank.DemoBank;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outside of the demo bank on one machine: an SMS platform, app push, message centre and mail
 * server that Waybot sends to, customers who click, answer and buy, and colleagues who work their
 * leads. It meets Waybot over HTTP and SMTP only and survives being killed.
 */
public final class DemoWorld implements AutoCloseable {
  private final Web web;
  private final MailServer mail;
  private final Memory memory;
  private final List<Loop> loops = new ArrayList<>();

  private DemoWorld(Web web, MailServer mail, Memory memory) {
    this.web = web;
    this.mail = mail;
    this.memory = memory;
  }

  /**
   * @throws IOException if a port is taken or the journal cannot be opened
   */
  public static DemoWorld start(Settings settings) throws IOException {
    var json = JsonMapper.builder().build();
    var memory = Memory.open(settings.directory(), json);
    var directory = new Directory(settings.customers());
    var sms = new SmsPlatform(memory, directory, settings.secret(Channels.SMS), settings.clock());
    var web =
        new Web(settings.port(), json)
            .at("/sms/send", "POST", sms::send)
            .at("/sms/query", "GET", sms::query)
            .at(
                "/push/messages",
                "POST",
                AppProvider.push(memory, directory, settings, json)::accept)
            .at(
                "/inbox/messages",
                "POST",
                AppProvider.inbox(memory, directory, settings, json)::accept)
            .at("/received", "GET", new Received(memory)::list);
    var world = new DemoWorld(web, mailServer(settings, memory, directory), memory);
    world.open(settings, json);
    return world;
  }

  private static MailServer mailServer(Settings settings, Memory memory, Directory directory) {
    try {
      return new MailServer(settings.smtpPort(), memory, directory, settings.clock());
    } catch (UserException e) {
      throw new IllegalStateException("a new mail server has no users yet", e);
    }
  }

  private void open(Settings settings, JsonMapper json) {
    mail.start();
    web.start();
    var bank = DemoBank.of(settings.customers(), settings.firstDate());
    var waybot = new Waybot(settings, json);
    var reactions = new Reactions(bank::customer);
    var receipts = new Receipts(memory, waybot, reactions, settings.clock());
    var colleagues = new Colleagues(memory, waybot, reactions);
    var purchases = new Purchases(memory, waybot, colleagues, bank);
    loops.add(Loop.every(Duration.ofMillis(500), "receipts", receipts::report));
    loops.add(Loop.every(Duration.ofMillis(500), "colleagues", colleagues::work));
    loops.add(Loop.every(Duration.ofMillis(500), "purchases", purchases::look));
  }

  /** The port of the HTTP server. */
  public int port() {
    return web.port();
  }

  public int smtpPort() {
    return mail.port();
  }

  @Override
  public void close() throws IOException {
    loops.forEach(Loop::close);
    web.close();
    mail.close();
    memory.close();
  }
}
