/** A statement's lines against what we believe: the classes, and each difference once. */
package vn.dvc.pay.reconciliation.match;
