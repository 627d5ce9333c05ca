/** The stored payment: its entity, its lines and its legal transitions. */
@NullMarked
package vn.dvc.pay.payment.record;

import org.jspecify.annotations.NullMarked;
