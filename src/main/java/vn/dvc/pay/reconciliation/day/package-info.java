/** A bank's day from its end to its report: daily-reconciliation.bpmn and its steps. */
package vn.dvc.pay.reconciliation.day;
