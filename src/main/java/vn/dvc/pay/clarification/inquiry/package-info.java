/** Asks the bank again, further and further apart: clarify-outcome.bpmn and what it asks. */
package vn.dvc.pay.clarification.inquiry;
