/** Classifies a statement's lines by comparing them with our records. */
package vn.dvc.pay.reconciliation.matching;
