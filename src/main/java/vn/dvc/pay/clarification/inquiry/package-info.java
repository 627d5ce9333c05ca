/** Asks the bank at growing intervals: clarify-outcome.bpmn and its steps. */
package vn.dvc.pay.clarification.inquiry;
