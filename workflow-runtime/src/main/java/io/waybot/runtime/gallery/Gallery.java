package io.waybot.runtime.gallery;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.gallery.JourneyTemplate.Kind;
import io.waybot.runtime.gallery.JourneyTemplate.Parameter;
import io.waybot.runtime.journey.CleanBpmn;
import io.waybot.runtime.journey.DrawnFields;
import io.waybot.runtime.journey.XmlGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shipped journeys, read once from their files. */
@Component
public class Gallery {
  private static final String FILES = "/journeys/";
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A template with its files. */
  record Entry(JourneyTemplate template, CleanBpmn drawing, JourneySettings settings) {}

  Gallery(XmlGate gate, JsonMapper json) {
    for (var name : json.readValue(file("gallery.json"), NAMES)) {
      var drawing = gate.accept(file(name + ".bpmn"));
      var template = json.readValue(file(name + ".template.json"), JourneyTemplate.class);
      var settings =
          JourneySettings.fromJson(
              new String(file(name + ".settings.json"), StandardCharsets.UTF_8));
      entries.put(template.key(), new Entry(standing(template, drawing), drawing, settings));
    }
  }

  public List<JourneyTemplate> templates() {
    return entries.values().stream().map(Entry::template).toList();
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Defaults are what the drawing says: there is no second copy to forget. */
  private static JourneyTemplate standing(JourneyTemplate template, CleanBpmn drawing) {
    var fields = DrawnFields.of(drawing);
    return new JourneyTemplate(
        template.key(),
        template.nameZh(),
        template.nameEn(),
        template.descriptionZh(),
        template.descriptionEn(),
        template.parameters().stream().map(p -> p.standing(value(p, fields))).toList());
  }

  private static String value(Parameter parameter, DrawnFields fields) {
    var place = parameter.at().getFirst();
    var value = fields.get(place.element(), place.input());
    return parameter.kind() == Kind.WAIT ? value.replaceFirst("^B", "") : value;
  }

  private static byte[] file(String name) {
    try (var in = Gallery.class.getResourceAsStream(FILES + name)) {
      if (in == null) {
        throw new IllegalStateException("The gallery has no file " + name + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
