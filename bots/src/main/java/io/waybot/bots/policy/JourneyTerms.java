package io.waybot.bots.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journey version's settings say about the customers it may reach.
 *
 * @param goalProducts products whose sale is the journey's goal; empty if it has another goal
 * @param dailyBudgetYuan null: no budget of its own
 * @param reentryDays how long a customer stays away after entering; null: the bank's rule
 */
public record JourneyTerms(
    Purpose purpose,
    List<String> goalProducts,
    @Nullable BigDecimal dailyBudgetYuan,
    @Nullable Integer reentryDays) {}
