package io.waybot.designer.version;

import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.compare.BlockChange;
import io.waybot.runtime.journey.compare.BlockChange.Kind;
import io.waybot.runtime.journey.compare.FieldChange;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two versions, in one sentence. */
@Component
public class ChangeWords {
  private static final int NAMED = 3;

  private final Texts texts;
  private final JsonMapper json;

  ChangeWords(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** {@code 新增 发短信、等待;修改 拉取名单;设置 结束日期}. */
  public String sentence(VersionChanges changes) {
    var parts = new ArrayList<String>();
    for (var kind : List.of(Kind.ADDED, Kind.REMOVED, Kind.CHANGED, Kind.MOVED)) {
      var blocks =
          changes.blocks().stream()
              .filter(change -> change.kind() == kind && !change.line())
              .map(BlockChange::label)
              .toList();
      add(parts, "version.sentence." + kind, blocks);
    }
    if (parts.isEmpty()) {
      var lines = changes.blocks().stream().map(BlockChange::label).toList();
      add(parts, "version.sentence.lines", lines);
    }
    var words = new SettingWords(texts, json);
    var settings = changes.settings().stream().map(FieldChange::field).map(words::label).toList();
    add(parts, "version.sentence.settings", settings);
    return parts.isEmpty()
        ? texts.get("version.sentence.none")
        : String.join(texts.get("version.sentence.and"), parts);
  }

  private void add(List<String> parts, String key, List<String> names) {
    if (!names.isEmpty()) {
      var first = String.join(texts.get("list.comma"), names.stream().limit(NAMED).toList());
      parts.add(
          texts.get(
              key,
              names.size() > NAMED
                  ? texts.get("version.sentence.more", first, names.size())
                  : first));
    }
  }
}
