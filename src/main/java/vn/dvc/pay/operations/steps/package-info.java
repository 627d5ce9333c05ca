/** Stuck steps, and retrying one. */
package vn.dvc.pay.operations.steps;
