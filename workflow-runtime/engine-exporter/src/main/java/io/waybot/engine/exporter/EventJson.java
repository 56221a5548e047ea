package io.waybot.engine.exporter;

/** One flat JSON object. Written by hand because this jar brings no library into the engine. */
class EventJson {
  private final StringBuilder json = new StringBuilder("{");

  EventJson number(String name, long value) {
    name(name).append(value);
    return this;
  }

  EventJson text(String name, String value) {
    name(name).append('"');
    value.chars().forEach(this::character);
    json.append('"');
    return this;
  }

  String end() {
    return json.append('}').toString();
  }

  private StringBuilder name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    return json.append('"').append(name).append("\":");
  }

  private void character(int c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append((char) c);
    } else if (c < 0x20) {
      json.append(String.format("\\u%04x", c));
    } else {
      json.append((char) c);
    }
  }
}
