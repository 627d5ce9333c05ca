/**
 * What our cost is held beside: the engine with our models and nothing else (the floor), and the
 * same with calls of the bank inside its transactions (the usual way).
 */
package vn.dvc.bench.plain;
