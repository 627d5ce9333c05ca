/** Cases from opening to the second person's decision: decide-case.bpmn and what it asks. */
package vn.dvc.pay.cases.decision;
