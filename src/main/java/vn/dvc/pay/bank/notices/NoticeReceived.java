package vn.dvc.pay.bank.notices;

import java.time.Instant;
import java.util.UUID;

/**
 * A bank reports that an attempt or a mandate changed. Only a hint: the bank is asked before
 * anything is decided. Published like {@link CollectionReceived}.
 *
 * @param reference the notice's subject: an attemptRef, or the bank's reference of a mandate
 * @param event the contract's word, for example TRANSACTION_CHANGED or MANDATE_ENDED
 * @param receivedAt when we stored it, in database time
 */
public record NoticeReceived(
    UUID message, String bank, String reference, String event, Instant receivedAt) {}
