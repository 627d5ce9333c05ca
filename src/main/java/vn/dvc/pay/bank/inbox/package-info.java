/** Messages that banks send of their own accord: verified, stored once, and published. */
package vn.dvc.pay.bank.inbox;
