/**
 * What people see: the application that carries everything, one feature package per screen area.
 */
@NullMarked
package io.waybot.designer;

import org.jspecify.annotations.NullMarked;
