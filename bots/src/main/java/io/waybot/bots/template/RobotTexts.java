package io.waybot.bots.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words for robots, from every {@code io/waybot/bots/robots*_{zh,en}.properties}. */
@Component
class RobotTexts {
  private static final Logger log = LoggerFactory.getLogger(RobotTexts.class);

  private final Map<String, String> chinese = load("zh");
  private final Map<String, String> english = load("en");

  /** The text, or null where there is none. */
  @Nullable String find(String key, Locale locale) {
    return all(locale).get(key);
  }

  /** The text; {@code !key} where there is none, which the log says and a test refuses. */
  String get(String key, Locale locale) {
    var text = find(key, locale);
    if (text == null) {
      log.error("no text for robot key={} language={}", key, locale.getLanguage());
      return "!" + key;
    }
    return text;
  }

  Map<String, String> all(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  private static Map<String, String> load(String language) {
    var texts = new TreeMap<String, String>();
    var pattern = "classpath*:io/waybot/bots/robots*_" + language + ".properties";
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The texts of robots cannot be read.", e);
    }
    return Map.copyOf(texts);
  }
}
