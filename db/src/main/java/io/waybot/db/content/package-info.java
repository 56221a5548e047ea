/**
 * What the bank sells, says and sends through: products, contents, scripts, disclaimers, channels.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.db.content;
