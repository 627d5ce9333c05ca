/**
 * Messages that banks send of their own accord: verified, stored once, and published to the rooms
 * above.
 */
package vn.dvc.pay.bank.inbox;
