/** Sends what is due, on every node. */
@NullMarked
package vn.dvc.pay.mailing.delivery;

import org.jspecify.annotations.NullMarked;
