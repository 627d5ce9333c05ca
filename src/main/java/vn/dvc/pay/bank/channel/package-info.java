/**
 * Communication with the banks: Camel routes, circuit breakers, bounded HTTP, and the
 * interpretation of failures.
 */
package vn.dvc.pay.bank.channel;
