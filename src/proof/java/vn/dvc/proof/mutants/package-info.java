/**
 * Shows that the judge sees defects: each file under src/proof/mutants breaks the product on
 * purpose, and a short run must catch it by a named invariant, or a named test must fail. Start at
 * {@link vn.dvc.proof.mutants.MutantsRun}.
 */
package vn.dvc.proof.mutants;
