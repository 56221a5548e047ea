package io.waybot.db.audience;

import java.util.UUID;

/**
 * What travels through the engine instead of a list of customers: an id and a count.
 *
 * @param id the stored {@link Audience}
 * @param count whole customers, at least 0
 */
public record AudienceRef(UUID id, int count) {}
