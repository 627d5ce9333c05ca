/**
 * Breaks many things at once: several nodes, the sandbox and PostgreSQL as processes of their own,
 * payers who do what payers do, and a nemesis. Then everything heals, comes to rest and is judged.
 * Start at {@link vn.dvc.proof.chaos.ChaosRun}; described in docs/proof.md.
 */
package vn.dvc.proof.chaos;
