/** What two persons decide about an outcome that no bank would tell. */
package vn.dvc.pay.clarification.decision;
