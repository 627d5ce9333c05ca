/**
 * What operators and payers see of the engine: its clock, load, stuck steps, and the way a process
 * took.
 */
@NamedInterface("watch")
@NullMarked
package vn.dvc.pay.engine.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
