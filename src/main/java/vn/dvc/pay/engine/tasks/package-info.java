/** User tasks, staff and stuck steps, for our own pages beside Tasklist and Cockpit. */
@NullMarked
package vn.dvc.pay.engine.tasks;

import org.jspecify.annotations.NullMarked;
