/** The inputs and results of collection-policy.dmn, and the kinds of case that it can ask for. */
@NullMarked
package vn.dvc.pay.payment.collection.policy;

import org.jspecify.annotations.NullMarked;
