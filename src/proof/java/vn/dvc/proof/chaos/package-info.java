/**
 * Breaks many things at once: several nodes, the sandbox and PostgreSQL as separate processes,
 * payers who behave like payers, and a nemesis. Then everything heals, comes to rest and is judged.
 * Start at {@link vn.dvc.proof.chaos.ChaosRun}; described in docs/proof.md.
 */
package vn.dvc.proof.chaos;
