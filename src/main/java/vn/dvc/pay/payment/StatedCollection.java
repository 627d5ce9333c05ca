package vn.dvc.pay.payment;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * Money that a bank's signed statement says was collected for us, of which no notice told.
 *
 * @param reference the bank's own name of this collection
 * @param statement the file that the bank signed
 * @param line its place in the file
 */
public record StatedCollection(
    UUID statement,
    int line,
    String reference,
    AccountNumber account,
    Money amount,
    String text,
    Instant collectedAt) {}
