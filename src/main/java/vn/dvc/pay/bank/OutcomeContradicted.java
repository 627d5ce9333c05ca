package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * A bank's late answer says that an attempt settled as not executed was executed after all.
 * Published in the transaction that receives it. Only a hint: the bank is asked before anything is
 * decided.
 */
public record OutcomeContradicted(AttemptRef attempt) {}
