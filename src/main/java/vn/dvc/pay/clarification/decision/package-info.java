/** Decisions of two persons about outcomes that no bank would tell. */
@NullMarked
package vn.dvc.pay.clarification.decision;

import org.jspecify.annotations.NullMarked;
