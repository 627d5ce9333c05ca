/** The external-task worker: fetches tasks for all parties and runs each in a slot. */
package vn.dvc.pay.engine.worker;
