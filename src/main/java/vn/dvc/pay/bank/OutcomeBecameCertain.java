package vn.dvc.pay.bank;

import vn.dvc.pay.values.AttemptRef;

/**
 * The bank's own late answer tells what became of an attempt that was unknown. Published in the
 * transaction that records it.
 */
public record OutcomeBecameCertain(AttemptRef attempt) {}
