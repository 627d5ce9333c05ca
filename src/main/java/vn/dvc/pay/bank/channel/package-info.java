/**
 * The way to the banks and back: Camel routes, circuit breakers, bounded HTTP, and what a failure
 * on the way means.
 */
package vn.dvc.pay.bank.channel;
