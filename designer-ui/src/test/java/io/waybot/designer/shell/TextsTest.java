package io.waybot.designer.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

  private final Texts texts = new Texts();

  @Test
  void hasEveryTextInBothLanguages() {
    var chinese = texts.all(Texts.CHINESE);
    var english = texts.all(Texts.ENGLISH);

    assertThat(chinese).isNotEmpty();
    assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(chinese.keySet()));
    assertThat(chinese.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void takesTheSameArgumentsInBothLanguages() {
    var english = texts.all(Texts.ENGLISH);

    assertThat(texts.all(Texts.CHINESE))
        .allSatisfy(
            (key, text) -> assertThat(arguments(english.get(key))).isEqualTo(arguments(text)));
  }

  @Test
  void fillsArgumentsAndKeepsApostrophes() {
    var english = texts.getTranslation("broken.message", Texts.ENGLISH, "4f1c");

    assertThat(english).contains("number 4f1c").doesNotContain("{0}");
    assertThat(texts.getTranslation("no.such.key", Texts.CHINESE)).isEqualTo("!no.such.key");
  }

  private static TreeSet<String> arguments(String text) {
    var found = new TreeSet<String>();
    ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
