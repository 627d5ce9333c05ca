package vn.dvc.pay.reconciliation.matching;

/** A booking in another statement of the bank. */
record Booked(String reference, boolean credit, String entryRef, String bankRef) {}
