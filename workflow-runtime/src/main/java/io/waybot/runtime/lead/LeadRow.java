package io.waybot.runtime.lead;

import io.waybot.bots.score.Reason;
import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a list shows it, masked.
 *
 * @param customer the bank's customer number
 * @param nameZh surname and a star
 * @param phone the middle hidden
 * @param staff login; null: unassigned
 * @param reasons why this customer, strongest first; never who is control
 * @param overdue open after its due date
 * @param recordedSale a sale needs the number of its recording
 * @param productClass what the law calls the product: DEPOSIT, WEALTH …; null without a product
 */
public record LeadRow(
    UUID id,
    String customer,
    String nameZh,
    String nameEn,
    String phone,
    @Nullable String staff,
    String org,
    UUID runId,
    String journey,
    String journeyZh,
    String journeyEn,
    @Nullable String product,
    @Nullable String productZh,
    @Nullable String productEn,
    @Nullable String script,
    int priority,
    double score,
    List<Reason> reasons,
    LeadState state,
    @Nullable LeadOutcome outcome,
    @Nullable String note,
    @Nullable LocalDate callAgainOn,
    LocalDate dueOn,
    boolean overdue,
    boolean recordedSale,
    @Nullable String productClass) {}
