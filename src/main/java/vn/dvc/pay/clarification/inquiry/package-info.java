/** Asks the bank at growing intervals: clarify-outcome.bpmn and its steps. */
@NullMarked
package vn.dvc.pay.clarification.inquiry;

import org.jspecify.annotations.NullMarked;
