/** Cases from opening to the second person's decision: decide-case.bpmn and its steps. */
@NullMarked
package vn.dvc.pay.cases.decision;

import org.jspecify.annotations.NullMarked;
