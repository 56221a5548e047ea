/**
 * The invented bank: its shipped texts and tables, and the generator of its customers, the same on
 * every machine.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.demo.bank;
