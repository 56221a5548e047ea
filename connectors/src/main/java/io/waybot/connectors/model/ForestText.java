package io.waybot.connectors.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the trees out of LightGBM's text format. */
final class ForestText {
  private static final String SIGMOID = "binary sigmoid:";

  private final Map<String, String> head = new HashMap<>();
  private final List<Tree> trees = new ArrayList<>();

  ForestText(String file) {
    var block = head;
    for (var line : file.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("Tree=") || line.startsWith("end of trees")) {
        close(block);
        block = new HashMap<>();
      } else if (line.equals("average_output")) {
        head.put(line, "");
      } else if (equals > 0) {
        block.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
  }

  private void close(Map<String, String> block) {
    if (block != head) {
      trees.add(Tree.of(block));
    }
  }

  List<Tree> trees() {
    return trees;
  }

  /** Whether the sum of the leaves, as log-odds, is the probability. */
  boolean tellsProbability() {
    return head.getOrDefault("objective", "").startsWith(SIGMOID)
        && !head.containsKey("average_output");
  }

  /** What the sum of the leaves is multiplied by. */
  double sigmoid() {
    return Double.parseDouble(head.getOrDefault("objective", "").substring(SIGMOID.length()));
  }
}
