/** How a message leaves the bank: one contract, one gateway per channel. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.channel;
