/** Payment instructions and the codes by which transfers name them. */
package vn.dvc.pay.payment.counter.instruction;
