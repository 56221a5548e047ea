/** What the service desk and the branches are told about journeys that customers may ask about. */
@NullMarked
package io.waybot.db.brief;

import org.jspecify.annotations.NullMarked;
