/** Rules about each element by itself: its words, names, calls, expressions and references. */
@NullMarked
package vn.dvc.pay.engine.wiring.elements;

import org.jspecify.annotations.NullMarked;
