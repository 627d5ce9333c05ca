package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * A bank's late answer says that an attempt was carried out which had been settled as come to
 * nothing. Published in the transaction that hears it; only a hint: the bank is asked before
 * anything is decided.
 */
public record OutcomeContradicted(AttemptRef attempt) {}
