/** Lists on their way into the bank's memory. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.imports;
