/** Who signs a journey, in which order, how soon, for whom, and what they confirm. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.journey.approval;
