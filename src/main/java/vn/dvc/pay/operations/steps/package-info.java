/** Stuck steps, and letting one run once more. */
package vn.dvc.pay.operations.steps;
