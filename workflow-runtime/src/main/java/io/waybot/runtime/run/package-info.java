/** Runs of journeys: opened, watched, cancelled, reported. */
@NullMarked
package io.waybot.runtime.run;

import org.jspecify.annotations.NullMarked;
