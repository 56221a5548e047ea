/**
 * Lists on their way in: uploads wait in line, are checked beside the bank's data and then change
 * it at once.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.imports;
