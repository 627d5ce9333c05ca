/**
 * The money protocol over our two tables: each request is recorded, claimed once, sent at most
 * once, and its answer recorded once.
 */
package vn.dvc.pay.bank.calls;
