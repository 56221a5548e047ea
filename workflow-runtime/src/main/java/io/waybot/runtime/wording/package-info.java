/**
 * What a content may say: one small class per rule, and what every rule of lint names of itself.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.wording;
