/** The portal API tried out: its description with each call, made as the demo client. */
@NullMarked
package vn.dvc.sandbox.trial;

import org.jspecify.annotations.NullMarked;
