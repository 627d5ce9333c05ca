/** The hash-chained audit trail, its seals, and its check as a command. */
@NamedInterface("audit")
@NullMarked
package vn.dvc.pay.cases.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
