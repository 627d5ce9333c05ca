/** The endpoints for banks' own messages, as specified in {@code contracts/bank-v1.yaml}. */
@NullMarked
package vn.dvc.pay.web.callbacks;

import org.jspecify.annotations.NullMarked;
