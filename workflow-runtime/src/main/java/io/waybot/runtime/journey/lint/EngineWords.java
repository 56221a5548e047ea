package io.waybot.runtime.journey.lint;

import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.language.Spoken;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the engine's model says about an element, in words that planners can act on. */
final class EngineWords {
  /** Names of attributes and elements. */
  private static final Pattern QUOTED = Pattern.compile("(?<![A-Za-z])'([^']*)'");

  private static final Pattern BRACKETED = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  private final Phrases phrases;

  EngineWords(Phrases phrases) {
    this.phrases = phrases;
  }

  /** A sentence that this release does not know stays as the engine says it. */
  Spoken of(String sentence) {
    var key = key(sentence);
    if (!phrases.has(key)) {
      return language -> sentence;
    }
    var quoted = QUOTED.matcher(sentence).results().map(EngineWords::inside).toArray();
    return language -> phrases.get(language, key, quoted);
  }

  private static String inside(MatchResult quoted) {
    return quoted.group(1);
  }

  /** The first of its sentences without what changes from element to element. */
  static String key(String sentence) {
    var fixed = BRACKETED.matcher(QUOTED.matcher(sentence).replaceAll(" ")).replaceAll(" ");
    var first = fixed.split("\\. ", 2)[0].toLowerCase(Locale.ROOT);
    return "engine." + NO_LETTERS.matcher(first).replaceAll(" ").strip().replace(' ', '-');
  }
}
