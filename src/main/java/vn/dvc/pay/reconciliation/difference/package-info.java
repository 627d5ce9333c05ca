/** Differences, each stored once, their cases and the decisions about them. */
package vn.dvc.pay.reconciliation.difference;
