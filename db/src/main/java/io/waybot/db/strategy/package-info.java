/** Strategy tables: which group gets what after which event, in every version there was. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.strategy;
