/** What customers can be selected by: fields, events and stages, with owner, freshness and tier. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.catalogue;
