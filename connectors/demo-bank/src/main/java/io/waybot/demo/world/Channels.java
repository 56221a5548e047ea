package io.waybot.demo.world;

import java.util.List;

/** The channels that the world serves, by the codes of Waybot's API. */
final class Channels {
  static final String SMS = "sms";
  static final String PUSH = "push";
  static final String INBOX = "inbox";
  static final String EMAIL = "email";
  static final List<String> ALL = List.of(SMS, PUSH, INBOX, EMAIL);

  private Channels() {}
}
