package io.waybot.runtime.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a run now would do, judged by the last one.
 *
 * @param basedOn the run the numbers are from
 * @param sends by channel code, leads left out
 * @param costYuan of sends and leads together
 */
public record RunPreview(
    UUID basedOn,
    LocalDate businessDate,
    Map<String, Integer> sends,
    int leads,
    BigDecimal costYuan) {}
