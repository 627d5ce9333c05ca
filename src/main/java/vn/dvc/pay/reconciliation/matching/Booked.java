package vn.dvc.pay.reconciliation.matching;

/** A booking that the bank told of in another statement. */
record Booked(String reference, boolean credit, String entryRef, String bankRef) {}
