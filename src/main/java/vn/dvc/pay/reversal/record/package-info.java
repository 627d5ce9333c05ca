/** Stores reversals, and how much of each original is being returned. */
@NullMarked
package vn.dvc.pay.reversal.record;

import org.jspecify.annotations.NullMarked;
