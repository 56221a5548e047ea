/** Whether this installation works, for people and for monitors. */
@NullMarked
package io.waybot.runtime.health;

import org.jspecify.annotations.NullMarked;
