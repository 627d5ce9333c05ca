/** Carries out what two persons decide about collections. */
@NullMarked
package vn.dvc.pay.payment.collection.decision;

import org.jspecify.annotations.NullMarked;
