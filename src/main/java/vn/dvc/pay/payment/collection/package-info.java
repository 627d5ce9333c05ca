/** Money that banks collected for us: matched to its payment, or decided about by two persons. */
@NullMarked
package vn.dvc.pay.payment.collection;

import org.jspecify.annotations.NullMarked;
