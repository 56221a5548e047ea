package io.waybot.runtime.strategy;

/**
 * What is wrong with a cell.
 *
 * @param row place in the table, from 0
 * @param code of the sentence {@code strategy.fault.<code>}
 * @param text what stands in the cell
 */
public record CellFault(int row, StrategyRow.Cell cell, String code, String text) {}
