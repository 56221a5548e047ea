/** The small jar that the engine loads to tell Waybot where its tokens are. */
@NullMarked
package io.waybot.engine.exporter;

import org.jspecify.annotations.NullMarked;
