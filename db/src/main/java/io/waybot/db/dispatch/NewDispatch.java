package io.waybot.db.dispatch;

import org.jspecify.annotations.Nullable;

/** What one customer is to be sent. */
public record NewDispatch(
    int customer,
    String contentCode,
    int contentVersion,
    @Nullable String productCode,
    String language) {}
