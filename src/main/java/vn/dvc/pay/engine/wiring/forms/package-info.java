/** Rules about forms, and about the steps that read what people enter in them. */
@NullMarked
package vn.dvc.pay.engine.wiring.forms;

import org.jspecify.annotations.NullMarked;
