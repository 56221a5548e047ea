/**
 * Imports: what was asked, how far it is, and the tables a file is checked in before anything
 * changes.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.db.imports;
