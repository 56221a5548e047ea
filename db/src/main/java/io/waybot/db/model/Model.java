package io.waybot.db.model;

import java.util.UUID;

/** What versions are versions of; journeys name it by its code. */
public record Model(UUID id, String code, String nameZh, String nameEn) {}
