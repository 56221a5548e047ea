/** Hands the engine's jobs to robots and the robots' outcomes to the engine. */
@NullMarked
package io.waybot.runtime.robot;

import org.jspecify.annotations.NullMarked;
