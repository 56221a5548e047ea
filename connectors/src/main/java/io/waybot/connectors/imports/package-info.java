/**
 * Files of customers and events: reading them without trusting them, and writing files that
 * spreadsheets may open.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.imports;
