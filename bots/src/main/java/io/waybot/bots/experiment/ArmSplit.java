package io.waybot.bots.experiment;

/**
 * Divides the treated into arms A, B and C: by the same kind of hash as the control group, so that
 * who is in which arm depends on the salt and the customer alone.
 */
final class ArmSplit {
  private final HoldoutAssigner b;
  private final HoldoutAssigner bOrC;

  /** Which of the arms. */
  enum Arm {
    A,
    B,
    C
  }

  /**
   * @param salt of the arms; must differ from the control group's, or arms would be of unequal size
   * @param shareB of the treated, 0 to 1
   * @param shareC of the treated; both together at most 1
   */
  ArmSplit(String salt, double shareB, double shareC) {
    this.b = new HoldoutAssigner(salt, shareB);
    this.bOrC = new HoldoutAssigner(salt, shareB + shareC);
  }

  Arm of(String customerKey) {
    return b.control(customerKey) ? Arm.B : bOrC.control(customerKey) ? Arm.C : Arm.A;
  }
}
