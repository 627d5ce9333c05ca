package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * A collection that appears in the bank's signed statement but was never announced by a notice.
 *
 * @param reference the bank's own reference of the collection
 * @param statement the signed statement file
 * @param line its position in the file
 */
public record StatedCollection(
    UUID statement,
    int line,
    String reference,
    AccountNumber account,
    Money amount,
    String text,
    Instant collectedAt) {}
