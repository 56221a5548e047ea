package io.waybot.designer.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that people see, from all files {@code texts/<area>_zh.properties} and {@code
 * texts/<area>_en.properties} on the class path.
 *
 * <p>A text with arguments uses {@code {0}} and so on; an apostrophe is an apostrophe. A key that
 * no file has is shown as {@code !key} and logged once.
 */
@Component
public class Texts implements I18NProvider {
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final Locale ENGLISH = Locale.ENGLISH;

  private static final Logger log = LoggerFactory.getLogger(Texts.class);

  private final Map<String, String> chinese = load("zh");
  private final Map<String, String> english = load("en");
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  /** The text in the language of the current screen; Chinese outside of one. */
  public String get(String key, @Nullable Object... arguments) {
    return getTranslation(key, language(), arguments);
  }

  /** The language of the current screen; Chinese outside of one. */
  public static Locale language() {
    var ui = UI.getCurrent();
    return ui == null ? CHINESE : ui.getLocale();
  }

  public static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(CHINESE.getLanguage());
  }

  /** Whether a text of this key exists. */
  public boolean has(String key) {
    return chinese.containsKey(key);
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(CHINESE, ENGLISH);
  }

  @Override
  public String getTranslation(String key, Locale locale, @Nullable Object... arguments) {
    var text = all(locale).get(key);
    if (text == null) {
      if (missing.add(key)) {
        log.warn("no text for key={} language={}", key, locale);
      }
      return "!" + key;
    }
    return arguments.length == 0 ? text : format(text, locale, arguments);
  }

  /** All texts of one language, sorted by key. */
  public Map<String, String> all(Locale locale) {
    return isChinese(locale) ? chinese : english;
  }

  private static String format(String text, Locale locale, @Nullable Object... arguments) {
    return new MessageFormat(text.replace("'", "''"), locale).format(arguments);
  }

  private static Map<String, String> load(String language) {
    var texts = new TreeMap<String, String>();
    var pattern = "classpath*:texts/*_" + language + ".properties";
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        read(file).forEach((key, text) -> put(texts, file, (String) key, (String) text));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The texts cannot be read.", e);
    }
    return Map.copyOf(texts);
  }

  private static void put(Map<String, String> texts, Resource file, String key, String text) {
    if (texts.put(key, text) != null) {
      throw new IllegalStateException("Key " + key + " of " + file + " is in another file too.");
    }
  }

  private static Properties read(Resource file) throws IOException {
    var properties = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
