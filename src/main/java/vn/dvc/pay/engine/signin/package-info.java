/** What signing in and staff's accounts ask of the engine. */
@NamedInterface("signin")
@NullMarked
package vn.dvc.pay.engine.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
