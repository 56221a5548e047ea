/** Runs and rehearsals seen on their drawing: counts on lines, one customer's way, forecasts. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.rehearsal;
