/** The external-task worker: fetches tasks for all parties and runs each in a slot. */
@NullMarked
package vn.dvc.pay.engine.worker;

import org.jspecify.annotations.NullMarked;
