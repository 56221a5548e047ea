package io.waybot.designer.rules;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.content.Channel;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rules.ChannelService;

/** Capacity, pace, hours and cost of one channel. */
class ChannelDialog extends Dialog {
  private final IntegerField capacity = new IntegerField();
  private final IntegerField pace = new IntegerField();
  private final TextField hours = new TextField();
  private final BigDecimalField cost = new BigDecimalField();

  /**
   * @param worth what one more contact a day was worth last, in words
   */
  ChannelDialog(
      ChannelService service,
      Texts texts,
      Attempt attempt,
      Channel channel,
      String worth,
      Runnable saved) {
    setHeaderTitle(channel.name(Texts.isChinese(Texts.language()) ? "zh" : "en"));
    capacity.setLabel(texts.get("channels.capacity"));
    capacity.setHelperText(worth);
    capacity.setMin(0);
    capacity.setValue(channel.dailyCapacity());
    pace.setLabel(texts.get("channels.pace"));
    pace.setMin(1);
    pace.setValue(channel.perMinute());
    hours.setLabel(texts.get("channels.hours"));
    hours.setHelperText(texts.get("channels.hours.how"));
    hours.setValue(channel.hours());
    cost.setLabel(texts.get("channels.cost"));
    cost.setValue(channel.costYuan());
    add(new FormLayout(capacity, pace, hours, cost));
    FormButtons.save(
        this,
        () -> whole() && attempt.to(() -> service.save(changed(channel))),
        () -> {
          Notice.good(texts.get("channels.saved"));
          saved.run();
        });
  }

  private boolean whole() {
    capacity.setInvalid(capacity.getValue() == null || capacity.getValue() < 0);
    pace.setInvalid(pace.getValue() == null || pace.getValue() < 1);
    cost.setInvalid(cost.getValue() == null || cost.getValue().signum() < 0);
    return !capacity.isInvalid() && !pace.isInvalid() && !cost.isInvalid();
  }

  private Channel changed(Channel old) {
    return new Channel(
        old.code(),
        old.nameZh(),
        old.nameEn(),
        old.connected(),
        capacity.getValue(),
        pace.getValue(),
        cost.getValue(),
        hours.getValue().strip(),
        old.businessDaysOnly(),
        old.countsAsContact(),
        old.capPerCustomer(),
        old.crashKind(),
        old.factor(),
        old.stopped(),
        old.position());
  }
}
