package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * The bank's own late answer settles an attempt whose outcome was unknown. Published in the
 * transaction that records it.
 */
public record OutcomeBecameCertain(AttemptRef attempt) {}
