/**
 * The Zeebe engine: a child process that is supervised, or a cluster's address, and the commands it
 * takes.
 */
@NullMarked
package io.waybot.runtime.engine;

import org.jspecify.annotations.NullMarked;
