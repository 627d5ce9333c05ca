/** Decisions of two persons about outcomes that no bank would tell. */
package vn.dvc.pay.clarification.decision;
