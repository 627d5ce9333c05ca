/** Our records of money moved at the banks, gathered for the reconciliation. */
package vn.dvc.pay.payment.movement;
