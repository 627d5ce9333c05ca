package vn.dvc.pay.bank.notices;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * A bank collected money for us and signed a message saying so. Published outside a transaction,
 * repeatedly until {@link BankMessages#handled} is called.
 *
 * @param reference the bank's own reference of this collection, which it never reuses
 * @param account the collecting account
 * @param text the transfer text as delivered; banks may have changed its case, spaces and
 *     punctuation
 * @param receivedAt when we stored it, in database time
 */
public record CollectionReceived(
    UUID message,
    String bank,
    String reference,
    AccountNumber account,
    Money amount,
    String text,
    Instant collectedAt,
    Instant receivedAt) {}
