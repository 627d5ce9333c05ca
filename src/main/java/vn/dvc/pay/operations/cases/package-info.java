/** Cases, as operators see and decide them. */
package vn.dvc.pay.operations.cases;
