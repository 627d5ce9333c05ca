package vn.dvc.sandbox.bank.state;

import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;

/** A mandate at its bank. */
public record SandboxMandate(String bank, @Nullable AccountAttempt attempt) {}
