/** The hash-chained audit trail. */
@NullMarked
package vn.dvc.pay.cases.audit;

import org.jspecify.annotations.NullMarked;
