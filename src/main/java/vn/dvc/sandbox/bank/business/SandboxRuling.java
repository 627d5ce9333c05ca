package vn.dvc.sandbox.bank.business;

import java.util.Optional;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.state.JournalEntry;

/**
 * Decides one call while no other decision is being made. The attempt is empty if the call opens
 * one.
 */
@FunctionalInterface
public interface SandboxRuling {

  JournalEntry.Committed on(Optional<SandboxAttempt> known, Decision decision);
}
