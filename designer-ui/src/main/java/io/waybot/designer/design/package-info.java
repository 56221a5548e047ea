/** Drawing journeys: the list of journeys and the designer with its canvas. */
@NullMarked
package io.waybot.designer.design;

import org.jspecify.annotations.NullMarked;
