/** Stores reversals, and how much of each original is being returned. */
package vn.dvc.pay.reversal.record;
