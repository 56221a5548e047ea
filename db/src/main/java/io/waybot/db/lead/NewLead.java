package io.waybot.db.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lead before it has an id.
 *
 * @param staff null: nobody of the unit had room
 * @param priority 1 first
 * @param reasons JSON: [{code, zh, en}]
 * @param withheld rule that keeps the customer from being called after all; the lead is never
 *     opened
 */
public record NewLead(
    int customer,
    String org,
    @Nullable String staff,
    @Nullable String product,
    @Nullable String content,
    @Nullable String script,
    int priority,
    float score,
    double valueYuan,
    String reasons,
    LocalDate dueOn,
    Lead.IfExpired ifExpired,
    @Nullable String withheld) {}
