package io.waybot.runtime.wording;

import io.waybot.db.bank.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words that may not be used, by rule and language, from {@code words.json}. The bank adds its
 * own under the setting {@code words.<rule>.<language>}, with commas; it cannot take any away.
 */
@Component
class Words {
  private final Map<String, Map<String, List<Pattern>>> shipped;
  private final Settings settings;

  Words(Settings settings) {
    this.settings = settings;
    this.shipped =
        read().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    rule ->
                        rule.getValue().entrySet().stream()
                            .collect(
                                Collectors.toMap(
                                    Map.Entry::getKey,
                                    words -> patterns(words.getKey(), words.getValue())))));
  }

  /** The forbidden words in a text, as they stand there, each once. */
  List<String> in(String text, String rule, String language) {
    var own = Variables.without(text);
    var patterns =
        new ArrayList<>(shipped.getOrDefault(rule, Map.of()).getOrDefault(language, List.of()));
    settings
        .find("words." + rule + "." + language)
        .ifPresent(more ->
            List.of(more.split("[,,]")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> pattern(language, Pattern.quote(word)))
                .forEach(patterns::add));
    return patterns.stream()
        .flatMap(pattern -> pattern.matcher(own).results().map(found -> found.group()))
        .distinct()
        .toList();
  }

  /** Says so for every forbidden word in either language. */
  void check(Said said, String rule, Remarks remarks) {
    for (var language : List.of("zh", "en")) {
      in(said.text(language), rule, language).forEach(word -> remarks.error(rule, word));
    }
  }

  private static List<Pattern> patterns(String language, List<String> words) {
    return words.stream().map(word -> pattern(language, word)).toList();
  }

  /** Chinese has no blanks between words; in other languages a word stands by itself. */
  private static Pattern pattern(String language, String word) {
    return language.equals("zh")
        ? Pattern.compile(word)
        : Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + word + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
  }

  private static Map<String, Map<String, List<String>>> read() {
    try (var file = Words.class.getResourceAsStream("words.json")) {
      return JsonMapper.builder()
          .build()
          .readValue(Objects.requireNonNull(file, "words.json"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
