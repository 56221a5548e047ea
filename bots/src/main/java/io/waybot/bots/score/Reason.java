package io.waybot.bots.score;

/**
 * Why a model thinks that a customer is likely to buy, for the person who calls.
 *
 * @param code the column
 */
public record Reason(String code, String zh, String en) {}
