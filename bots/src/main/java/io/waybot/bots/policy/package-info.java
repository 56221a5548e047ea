/** Who may be contacted: the bank's contact rules, one small class each. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.policy;
