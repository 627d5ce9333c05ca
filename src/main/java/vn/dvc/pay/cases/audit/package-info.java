/** The hash-chained audit trail. */
package vn.dvc.pay.cases.audit;
