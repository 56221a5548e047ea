package io.waybot.designer.shell;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.TemplateCatalog;
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
    return all().getOrDefault(jobType, jobType);
  }

  /** A robot with several blocks is called by none of them. */
  private Map<String, String> all() {
    return catalog.blocks(Texts.language()).stream()
        .collect(Collectors.toMap(Block::job, this::name, (first, second) -> first));
  }

  private String name(Block block) {
    return block.fixed().isEmpty() ? block.name() : catalog.nameOf(block, Texts.language());
  }
}
