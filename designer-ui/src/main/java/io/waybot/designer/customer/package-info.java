/** One customer as those who serve the customer may see them. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.customer;
