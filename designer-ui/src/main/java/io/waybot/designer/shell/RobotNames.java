package io.waybot.designer.shell;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.TemplateCatalog;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people call a robot, by its job type. */
@Component
public class RobotNames {
  private final TemplateCatalog catalog;

  RobotNames(TemplateCatalog catalog) {
    this.catalog = catalog;
  }

  /** By job type, in the language of the screen; the job type itself when it has no block. */
  public String of(String jobType) {
    return of(jobType, Texts.language());
  }

  /** The same where there is no screen. */
  public String of(String jobType, Locale language) {
    return all(language).getOrDefault(jobType, jobType);
  }

  /** A robot with several blocks is called by none of them. */
  private Map<String, String> all(Locale language) {
    return catalog.blocks(language).stream()
        .collect(
            Collectors.toMap(Block::job, block -> name(block, language), (first, second) -> first));
  }

  private String name(Block block, Locale language) {
    return block.fixed().isEmpty() ? block.name() : catalog.nameOf(block, language);
  }
}
