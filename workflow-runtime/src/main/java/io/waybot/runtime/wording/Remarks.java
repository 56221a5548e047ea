package io.waybot.runtime.wording;

import java.util.ArrayList;
import java.util.List;

/** Where rules put what they have to say about one content. */
final class Remarks {
  private final String code;
  private final Basis basis;
  private final List<Remark> made;

  Remarks(String code, Basis basis, List<Remark> made) {
    this.code = code;
    this.basis = basis;
    this.made = made;
  }

  void error(String rule, Object... arguments) {
    add(rule, true, arguments);
  }

  void warning(String rule, Object... arguments) {
    add(rule, false, arguments);
  }

  /** An error where the channel is chosen; a warning while it is only possible. */
  void when(boolean certain, String rule, Object... arguments) {
    add(rule, certain, arguments);
  }

  private void add(String rule, boolean error, Object... arguments) {
    var all = new ArrayList<Object>();
    all.add(code);
    all.addAll(List.of(arguments));
    made.add(new Remark(rule, basis, error, all));
  }
}
