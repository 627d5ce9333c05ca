/** A bank's day from its end to its report: daily-reconciliation.bpmn and its steps. */
@NullMarked
package vn.dvc.pay.reconciliation.day;

import org.jspecify.annotations.NullMarked;
