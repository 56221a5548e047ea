package io.waybot.demo.world;

import java.util.regex.Pattern;

/** Whose phone, device, mailbox or number it is; 0 where nobody is behind it. */
final class Directory {
  private static final int FIRST = 100_001;
  private static final Pattern MAILBOX = Pattern.compile("c(\\d{6,8})@demo\\.invalid");

  private final int last;

  Directory(int customers) {
    this.last = FIRST + customers - 1;
  }

  int byPhone(String phone) {
    return phone.startsWith("100") ? customer(phone.substring(3)) : 0;
  }

  int byDevice(String device) {
    return device.startsWith("d") ? customer(device.substring(1)) : 0;
  }

  int byMailbox(String address) {
    var match = MAILBOX.matcher(address);
    return match.matches() ? customer(match.group(1)) : 0;
  }

  int byNumber(String number) {
    return customer(number);
  }

  private int customer(String digits) {
    if (!digits.matches("\\d{1,9}")) {
      return 0;
    }
    int n = Integer.parseInt(digits);
    return n >= FIRST && n <= last ? n : 0;
  }
}
