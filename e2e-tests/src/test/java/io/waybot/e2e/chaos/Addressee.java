package io.waybot.e2e.chaos;

/** Addresses that tell whose they are. */
final class Addressee {
  private Addressee() {}

  static String phone(int customer) {
    return "100%08d".formatted(customer);
  }

  static String mail(int customer) {
    return "c" + customer + "@demo.invalid";
  }

  static String device(int customer) {
    return "d" + customer;
  }

  static int ofPhone(String phone) {
    return Integer.parseInt(phone.substring(3));
  }

  static int ofMail(String mail) {
    return Integer.parseInt(mail.substring(1, mail.indexOf('@')));
  }

  static int ofDevice(String device) {
    return Integer.parseInt(device.substring(1));
  }
}
