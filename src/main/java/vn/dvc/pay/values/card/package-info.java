/**
 * What payers copy from their card or phone into our forms. The browser's script seals these values
 * before we see them, so it has the same rules; one table of examples tests both.
 */
@NullMarked
package vn.dvc.pay.values.card;

import org.jspecify.annotations.NullMarked;
