/** The two-person rule: a task must be completed by a different person than the one before it. */
package vn.dvc.pay.engine.twoperson;
