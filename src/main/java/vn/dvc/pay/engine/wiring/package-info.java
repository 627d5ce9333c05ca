/** The rules that every model must keep, checked at the start. */
@NullMarked
package vn.dvc.pay.engine.wiring;

import org.jspecify.annotations.NullMarked;
