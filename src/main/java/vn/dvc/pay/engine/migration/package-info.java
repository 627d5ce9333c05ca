/** Running processes moved to another version of their model. */
@NamedInterface("migration")
@NullMarked
package vn.dvc.pay.engine.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
