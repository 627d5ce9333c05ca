/** How reversals are stored, and how much of each original is on its way back. */
package vn.dvc.pay.reversal.record;
