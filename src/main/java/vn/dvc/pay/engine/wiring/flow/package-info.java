/** Rules about how a process goes on: its graph, words, messages, timers and variables. */
@NullMarked
package vn.dvc.pay.engine.wiring.flow;

import org.jspecify.annotations.NullMarked;
