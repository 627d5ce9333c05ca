package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * A bank collected money for us and signed that it did. Published outside a transaction, until
 * {@link BankMessages#handled} is called.
 *
 * @param reference the bank's own name of this collection, never used twice by one bank
 * @param account the collecting account
 * @param text the transfer text as banks deliver it: case, spaces and punctuation may have suffered
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
