/** Money that a bank moved after all, when its payment had long ended without: it goes back. */
package vn.dvc.pay.payment.late;
