/**
 * One benchmark: what a payment costs and how long payers wait, beside the engine's floor and the
 * usual way. Described in docs/performance.md.
 */
package vn.dvc.bench;
