package io.waybot.designer.segment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.segment.Segment;
import io.waybot.designer.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Code and names of a segment; the code stays once given. */
class SegmentNames extends Div {
  private final TextField code;
  private final TextField nameZh;
  private final TextField nameEn;

  SegmentNames(Texts texts, @Nullable Segment segment) {
    addClassName("wb-row");
    code = new TextField(texts.get("segments.code"));
    nameZh = new TextField(texts.get("segments.nameZh"));
    nameEn = new TextField(texts.get("segments.nameEn"));
    if (segment != null) {
      code.setValue(segment.code());
      code.setReadOnly(true);
      nameZh.setValue(segment.nameZh());
      nameEn.setValue(segment.nameEn());
    }
    add(code, nameZh, nameEn);
  }

  String code() {
    return code.getValue().strip();
  }

  String nameZh() {
    return nameZh.getValue().strip();
  }

  String nameEn() {
    return nameEn.getValue().strip();
  }
}
