/** Stuck steps, and retrying one. */
@NullMarked
package vn.dvc.pay.operations.steps;

import org.jspecify.annotations.NullMarked;
