/** Customers as screens may show them: within the reader's organisation, masked. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.customer;
