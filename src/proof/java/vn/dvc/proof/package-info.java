/**
 * The proof that no dong is lost or taken twice: {@code check} judges what bank, tables, processes
 * and clients say against the invariants; {@code failpoint} breaks one step at a time, {@code
 * chaos} breaks many at once on several nodes, and {@code mutants} shows that the judge sees
 * defects. Described in docs/proof.md.
 */
package vn.dvc.proof;
