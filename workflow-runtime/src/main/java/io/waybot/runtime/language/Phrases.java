package io.waybot.runtime.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The sentences of all files {@code phrases/<area>_zh.properties} and {@code _en.properties} on the
 * class path: problems of the API ({@code problem.<code>}), findings of lint, verdicts. Arguments
 * are {@code {0}} and so on; an apostrophe is an apostrophe.
 */
@Component
public class Phrases {
  private final Map<String, String> chinese = load("zh");
  private final Map<String, String> english = load("en");

  public Phrases() {
    if (!chinese.keySet().equals(english.keySet())) {
      throw new IllegalStateException(
          "Phrases differ between the languages: " + difference(chinese, english));
    }
  }

  /**
   * @throws IllegalArgumentException if there is no such sentence
   */
  public String get(Locale language, String key, @Nullable Object... arguments) {
    var text = (isEnglish(language) ? english : chinese).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no phrase " + key);
    }
    return arguments.length == 0
        ? text
        : new MessageFormat(text.replace("'", "''"), language).format(spoken(arguments, language));
  }

  private static @Nullable Object[] spoken(@Nullable Object[] arguments, Locale language) {
    var said = arguments.clone();
    for (int i = 0; i < said.length; i++) {
      if (said[i] instanceof Spoken sentence) {
        said[i] = sentence.in(language);
      }
    }
    return said;
  }

  public boolean has(String key) {
    return chinese.containsKey(key);
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private static Map<String, String> load(String language) {
    var all = new HashMap<String, String>();
    var pattern = "classpath*:phrases/*_" + language + ".properties";
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        read(file).forEach((key, text) -> put(all, file, (String) key, (String) text));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The phrases cannot be read.", e);
    }
    return Map.copyOf(all);
  }

  private static void put(Map<String, String> all, Resource file, String key, String text) {
    if (all.put(key, text) != null) {
      throw new IllegalStateException("Key " + key + " of " + file + " is in another file too.");
    }
  }

  private static Properties read(Resource file) throws IOException {
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  private static String difference(Map<String, String> one, Map<String, String> other) {
    var keys = new java.util.TreeSet<>(one.keySet());
    keys.removeAll(other.keySet());
    var back = new java.util.TreeSet<>(other.keySet());
    back.removeAll(one.keySet());
    keys.addAll(back);
    return keys.toString();
  }
}
