/** Each difference once, its case, and what two persons decide about it. */
package vn.dvc.pay.reconciliation.difference;
