/** Payers, portal and phone: the load, in a process of its own, and how long it has to wait. */
package vn.dvc.bench.client;
