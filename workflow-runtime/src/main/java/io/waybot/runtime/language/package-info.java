/** What the runtime says to people, in Chinese and in English. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.language;
