/** Coupons and points: what each costs, and the ledger of who was given what for which reason. */
@NullMarked
package io.waybot.db.benefit;

import org.jspecify.annotations.NullMarked;
