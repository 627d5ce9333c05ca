/** Connections that are reset or cut, as an unreliable network does. */
@NullMarked
package vn.dvc.sandbox.wire;

import org.jspecify.annotations.NullMarked;
