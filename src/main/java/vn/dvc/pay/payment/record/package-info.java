/** The stored payment: its entity, its lines and its legal transitions. */
package vn.dvc.pay.payment.record;
