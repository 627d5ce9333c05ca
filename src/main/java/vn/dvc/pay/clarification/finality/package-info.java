/**
 * When a bank's word settles an attempt, and what becomes of answers that come after it was
 * settled.
 */
package vn.dvc.pay.clarification.finality;
