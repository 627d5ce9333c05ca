/**
 * Text that people and other programs give us: one rule for each kind of value, asked by every door
 * before anything is promised, with one normalisation ({@link CleanText}).
 */
@NullMarked
package vn.dvc.pay.values.text;

import org.jspecify.annotations.NullMarked;
