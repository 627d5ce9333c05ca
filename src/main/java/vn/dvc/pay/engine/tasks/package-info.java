/** User tasks, staff and stuck steps, for pages of our own beside Tasklist and Cockpit. */
package vn.dvc.pay.engine.tasks;
