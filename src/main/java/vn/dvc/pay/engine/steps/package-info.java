/** Calls the steps of a process, and decides what a failure costs them. */
@NullMarked
package vn.dvc.pay.engine.steps;

import org.jspecify.annotations.NullMarked;
