/**
 * The money protocol over our two tables: each request is recorded, claimed once, sent at most
 * once, and its answer recorded once.
 */
@NullMarked
package vn.dvc.pay.bank.calls;

import org.jspecify.annotations.NullMarked;
