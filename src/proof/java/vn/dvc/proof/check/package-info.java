/**
 * Judges a run against the invariants I1 to I17: what the banks moved and received, what our tables
 * and processes contain, what the portal and the clients were told. Start at {@link
 * vn.dvc.proof.check.Checker}.
 */
package vn.dvc.proof.check;
