package io.waybot.runtime.demo;

import io.waybot.db.content.Channels;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import org.springframework.beans.factory.BeanFactory;

/** What the demo bank sells and says, for tests of those who read it. */
public final class DemoCatalogues {
  private DemoCatalogues() {}

  public static void moveInto(BeanFactory beans) {
    new DemoCatalogue(
            beans.getBean(Products.class),
            beans.getBean(Disclaimers.class),
            beans.getBean(Channels.class),
            beans.getBean(Contents.class),
            beans.getBean(Scripts.class))
        .moveIn();
  }
}
