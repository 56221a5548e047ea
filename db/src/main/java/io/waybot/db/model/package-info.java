/** Models with their versions, and the scores they gave: column chunks of 65,536 customers. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.model;
