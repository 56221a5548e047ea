/** Training models on imported tables, scoring audiences and giving reasons in words. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.score;
