package io.waybot.db.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship manager reports about a lead.
 *
 * @param callAgainOn for CALL_AGAIN
 * @param recordingNo number of the recorded sale (双录), where the product needs one
 */
public record LeadReport(
    LeadOutcome outcome,
    @Nullable String note,
    @Nullable LocalDate callAgainOn,
    @Nullable String recordingNo) {}
