/** A bank's day from its end to its report: daily-reconciliation.bpmn and what it asks. */
package vn.dvc.pay.reconciliation.day;
