/** The invented bank moves in: people, catalogue, customers, a model and a first journey. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.demo;
