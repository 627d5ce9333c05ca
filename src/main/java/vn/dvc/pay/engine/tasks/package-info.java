/** User tasks, staff and stuck steps, for our own pages beside Tasklist and Cockpit. */
package vn.dvc.pay.engine.tasks;
