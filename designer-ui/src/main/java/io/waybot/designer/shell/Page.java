package io.waybot.designer.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a view and gives it its place in the left menu. The menu shows it to those whom the view's
 * access annotation ({@code @RolesAllowed} or {@code @PermitAll}) lets in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Page {
  /** The key of the page's name: menu label, browser title and heading. */
  String text();

  /** The menu entry; {@link MenuGroup#NONE} for a page reached by a link only. */
  MenuGroup menu() default MenuGroup.NONE;

  /** The place within the entry, ascending. */
  int order() default 100;
}
