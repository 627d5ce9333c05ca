/**
 * Communication with the banks: Camel routes, circuit breakers, bounded HTTP, and the
 * interpretation of failures.
 */
@NullMarked
package vn.dvc.pay.bank.channel;

import org.jspecify.annotations.NullMarked;
