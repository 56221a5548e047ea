/** Workbooks for people: several sheets, headed and formatted. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.report;
