package io.waybot.runtime.home;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses an H2 file without {@code WRITE_DELAY=0}: with H2's default, commits that were already
 * answered are gone after a kill.
 */
@Configuration(proxyBeanMethods = false)
class DurabilityCheck {
  DurabilityCheck(@Value("${spring.datasource.url}") String url) {
    refuse(url);
  }

  static void refuse(String url) {
    boolean h2File = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    if (h2File && !url.toUpperCase(java.util.Locale.ROOT).contains("WRITE_DELAY=0")) {
      throw new IllegalStateException(
          "The H2 URL must carry ;WRITE_DELAY=0, or acknowledged commits are lost when the process"
              + " is killed. / H2 地址须带 ;WRITE_DELAY=0,否则进程被杀时已确认的数据会丢失。");
    }
  }
}
