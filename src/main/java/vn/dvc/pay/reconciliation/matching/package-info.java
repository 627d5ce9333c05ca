/** A statement's lines against what we believe: the classes. */
package vn.dvc.pay.reconciliation.matching;
