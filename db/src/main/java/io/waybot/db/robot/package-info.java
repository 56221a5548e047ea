/** Which robots are alive on which node, what they have done, and which are paused. */
@NullMarked
package io.waybot.db.robot;

import org.jspecify.annotations.NullMarked;
