package io.waybot.e2e.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Each package says what it is for in a package-info that also switches null checking on. */
final class MarkedPackages {
  private MarkedPackages() {}

  static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Package home = type.reflect().getPackage();
        boolean marked = home != null && home.isAnnotationPresent(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type,
                marked,
                type.getName() + (marked ? " is marked" : " is in an unmarked package")));
      }
    };
  }
}
