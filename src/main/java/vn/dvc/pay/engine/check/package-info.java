/** The check of models as a command. */
@NamedInterface("check")
@NullMarked
package vn.dvc.pay.engine.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
