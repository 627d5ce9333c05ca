/** The inputs and results of collection-policy.dmn. */
@NullMarked
package vn.dvc.pay.payment.collection.policy;

import org.jspecify.annotations.NullMarked;
