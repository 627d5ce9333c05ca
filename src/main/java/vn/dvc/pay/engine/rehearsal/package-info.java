/** Models tried on an engine that is thrown away afterwards, with scripted steps. */
@NamedInterface("rehearsal")
@NullMarked
package vn.dvc.pay.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
