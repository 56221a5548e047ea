package io.waybot.bots;

/** What became of a step when the robot returned. */
public sealed interface Outcome<O extends Record> {

  /** The step is done and this is its output. */
  record Done<O extends Record>(O output) implements Outcome<O> {}

  /**
   * The robot has written what is to be done (ledger rows, a seat in a decision window) and
   * somebody else will finish the step in the step ledger; the engine's job stays open meanwhile.
   */
  record Parked<O extends Record>() implements Outcome<O> {}

  static <O extends Record> Outcome<O> done(O output) {
    return new Done<>(output);
  }

  static <O extends Record> Outcome<O> parked() {
    return new Parked<>();
  }
}
