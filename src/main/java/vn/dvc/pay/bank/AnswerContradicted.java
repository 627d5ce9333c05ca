package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * A bank's certain answer contradicts a settled attempt, and our record stands. Published in the
 * transaction that receives the answer, so that people look into it: either the bank is wrong, or
 * we are.
 *
 * @param bank the attempt's state according to this answer, null if it gives none
 */
public record AnswerContradicted(AttemptRef attempt, Operation operation, TransactionState bank) {}
