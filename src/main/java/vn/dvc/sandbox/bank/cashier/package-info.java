/** Money paid in at a counter or by transfer. */
@NullMarked
package vn.dvc.sandbox.bank.cashier;

import org.jspecify.annotations.NullMarked;
