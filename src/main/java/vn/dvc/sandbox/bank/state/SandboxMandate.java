package vn.dvc.sandbox.bank.state;

import vn.dvc.sandbox.bank.attempts.AccountAttempt;

/** A mandate at its bank. */
public record SandboxMandate(String bank, AccountAttempt attempt) {}
