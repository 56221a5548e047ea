/** Runs of journeys and the ledger of their steps. */
@NullMarked
package io.waybot.db.run;

import org.jspecify.annotations.NullMarked;
