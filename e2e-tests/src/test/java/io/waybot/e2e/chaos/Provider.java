package io.waybot.e2e.chaos;

/** Somebody outside who takes messages, and does not always behave. */
interface Provider extends AutoCloseable {

  /** Where it is, as {@code waybot.channel.<code>.url} wants it. */
  String url();

  @Override
  void close();
}
