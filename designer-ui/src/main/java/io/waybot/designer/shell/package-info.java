/** The frame around every page: login, menu, language, and the states a page can be in. */
@NullMarked
package io.waybot.designer.shell;

import org.jspecify.annotations.NullMarked;
