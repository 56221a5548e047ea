/** From a drawing to something that may run: gate, drafts, signatures, deployment. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.journey;
