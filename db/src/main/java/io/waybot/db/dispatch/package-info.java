/** The dispatch ledger and everything a send is judged by and answered with. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.dispatch;
