/** The bank's contact rules and the ledgers they look into. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.policy;
