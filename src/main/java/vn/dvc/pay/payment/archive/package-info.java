/** Finished payments of a month in a signed file, as a command. */
@NamedInterface("archive")
@NullMarked
package vn.dvc.pay.payment.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
