package vn.dvc.sandbox.bank.books;

import vn.dvc.sandbox.bank.attempts.AccountAttempt;

/** A mandate at its bank. */
public record Mandate(String bank, AccountAttempt attempt) {}
