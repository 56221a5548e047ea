/** The gallery of finished journeys: look, fill in a short form, begin a draft. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.gallery;
