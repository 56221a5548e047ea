/** The demo's own pages: the guided tour, and what the invented customers received. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.demo;
