/** Messages that banks send of their own accord: verified, stored once, and published. */
@NullMarked
package vn.dvc.pay.bank.inbox;

import org.jspecify.annotations.NullMarked;
