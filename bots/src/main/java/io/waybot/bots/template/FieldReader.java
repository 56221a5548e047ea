package io.waybot.bots.template;

import io.waybot.bots.template.BlockField.Kind;
import io.waybot.db.audience.AudienceRef;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one component of a robot's input record as the field a planner fills in. */
class FieldReader {
  private static final Set<Class<?>> WHOLE_AND_DECIMAL =
      Set.of(int.class, long.class, double.class, float.class);

  private final RobotTexts texts;
  private final String job;
  private final Locale locale;

  FieldReader(RobotTexts texts, String job, Locale locale) {
    this.texts = texts;
    this.job = job;
    this.locale = locale;
  }

  BlockField read(RecordComponent component, boolean fixed) {
    var field = component.getAnnotation(Field.class);
    var name = component.getName();
    var kind = fixed ? Kind.HIDDEN : kind(component.getType(), field);
    var shown = kind != Kind.HIDDEN;
    return new BlockField(
        name,
        kind,
        shown ? texts.get(key(name, "label"), locale) : name,
        shown ? textOrEmpty(key(name, "hint")) : "",
        field == null ? component.getType() == AudienceRef.class : field.required(),
        field == null ? "" : field.byDefault(),
        field == null || field.choices().isEmpty() ? null : field.choices(),
        options(component, field, kind),
        List.class.isAssignableFrom(component.getType()),
        field == null ? "" : field.when(),
        limit(field == null ? null : field.min()),
        limit(field == null ? null : field.max()));
  }

  private static Kind kind(Class<?> type, @Nullable Field field) {
    if (type == AudienceRef.class) {
      return Kind.AUDIENCE;
    }
    if (field != null && field.hidden()) {
      return Kind.HIDDEN;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Kind.YES_NO;
    }
    if (List.class.isAssignableFrom(type) || field != null && field.many()) {
      return Kind.MANY;
    }
    if (type.isEnum() || field != null && selects(field)) {
      return Kind.CHOICE;
    }
    if (Number.class.isAssignableFrom(type) || WHOLE_AND_DECIMAL.contains(type)) {
      return Kind.NUMBER;
    }
    return field != null && field.longText() ? Kind.LONG_TEXT : Kind.TEXT;
  }

  private static boolean selects(Field field) {
    return field.options().length > 0 || !field.choices().isEmpty();
  }

  private List<Choice> options(RecordComponent component, @Nullable Field field, Kind kind) {
    if (kind == Kind.HIDDEN) {
      return List.of();
    }
    List<String> values = field == null ? List.of() : List.of(field.options());
    if (values.isEmpty() && component.getType().isEnum()) {
      values = Arrays.stream(component.getType().getEnumConstants()).map(Object::toString).toList();
    }
    return values.stream()
        .map(value -> new Choice(value, texts.get(key(component.getName(), value), locale)))
        .toList();
  }

  private static @Nullable Double limit(@Nullable Double limit) {
    return limit == null || limit.isInfinite() ? null : limit;
  }

  private String textOrEmpty(String key) {
    var text = texts.find(key, locale);
    return text == null ? "" : text;
  }

  private String key(String field, String what) {
    return job + "." + field + "." + what;
  }
}
