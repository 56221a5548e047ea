/**
 * What planners see of robots: palette entries and element templates, read from their input
 * records.
 */
@NullMarked
package io.waybot.bots.template;

import org.jspecify.annotations.NullMarked;
