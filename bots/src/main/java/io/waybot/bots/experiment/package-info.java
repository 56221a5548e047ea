/** Who is held out so that a journey's effect can be measured: the stable hash and its robot. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.experiment;
