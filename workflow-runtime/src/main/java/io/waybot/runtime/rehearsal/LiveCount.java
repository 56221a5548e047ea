package io.waybot.runtime.rehearsal;

import java.time.LocalDate;
import java.util.List;

/**
 * Customers on the lines of a drawing that is being drawn, as far as they can be counted without
 * running it: lists, contact rules, arms.
 *
 * @param asOf the business date that was counted for
 * @param complete false while blocks are still being counted
 */
public record LiveCount(
    LocalDate asOf, boolean complete, List<RunPicture.Flow> flows, List<RunPicture.Block> blocks) {}
