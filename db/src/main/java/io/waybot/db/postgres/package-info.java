/** What our connections to PostgreSQL ask for. */
@NullMarked
package io.waybot.db.postgres;

import org.jspecify.annotations.NullMarked;
