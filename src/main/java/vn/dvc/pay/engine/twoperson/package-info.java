/** The two-person rule: a task must be completed by a different person than the one before it. */
@NullMarked
package vn.dvc.pay.engine.twoperson;

import org.jspecify.annotations.NullMarked;
