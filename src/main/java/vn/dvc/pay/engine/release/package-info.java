/** What the release of models without a restart needs of the engine. */
@NamedInterface("release")
@NullMarked
package vn.dvc.pay.engine.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
