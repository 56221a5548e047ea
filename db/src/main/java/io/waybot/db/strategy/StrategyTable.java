package io.waybot.db.strategy;

/**
 * A strategy table without its rows.
 *
 * @param version counts changes, from 1; every version's rows are kept
 */
public record StrategyTable(
    String code, String nameZh, String nameEn, String ownerOrg, int version) {}
