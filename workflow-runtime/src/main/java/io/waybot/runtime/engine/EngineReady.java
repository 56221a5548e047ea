package io.waybot.runtime.engine;

import java.util.UUID;

/**
 * Said each time the engine begins to take commands, with its id: a new id means that it knows no
 * journey yet.
 */
public record EngineReady(UUID engineId) {}
