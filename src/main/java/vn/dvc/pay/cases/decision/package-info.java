/** Cases from opening to the second person's decision: decide-case.bpmn and its steps. */
package vn.dvc.pay.cases.decision;
