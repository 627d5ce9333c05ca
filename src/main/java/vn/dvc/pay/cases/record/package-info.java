/** How cases are stored. */
package vn.dvc.pay.cases.record;
