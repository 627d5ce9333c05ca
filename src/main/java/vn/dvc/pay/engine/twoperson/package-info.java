/** The two-person rule: a task that another person must complete than the one before it. */
package vn.dvc.pay.engine.twoperson;
