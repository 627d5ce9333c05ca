package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * A bank's certain answer does not fit what is settled of an attempt, and our record stands.
 * Published in the transaction that hears it, so that people are told: the bank is wrong, or we
 * are.
 *
 * @param bank how the bank sees the attempt by this answer, null where it does not say
 */
public record AnswerContradicted(AttemptRef attempt, Operation operation, TransactionState bank) {}
