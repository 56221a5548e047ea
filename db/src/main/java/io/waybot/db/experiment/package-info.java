/** Which salt decides a customer's arm, and the bank keys that are hashed with it. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.experiment;
