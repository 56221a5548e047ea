package io.waybot.runtime.language;

import java.util.Locale;

/** An argument of a sentence that is itself a sentence, there in the reader's language. */
@FunctionalInterface
public interface Spoken {
  String in(Locale language);
}
