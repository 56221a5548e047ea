/** What happens inside the engine: its events taken in, its instances and incidents shown. */
@NullMarked
package io.waybot.runtime.monitor;

import org.jspecify.annotations.NullMarked;
