package vn.dvc.sandbox.bank.state;

import java.time.Instant;

/**
 * Money received for DVC Pay at a branch.
 *
 * @param reference the bank's reference, never reused
 * @param account the collecting account
 * @param text the transfer text as the bank passes it on
 */
public record Collected(
    String bank, String reference, String account, long amount, String text, Instant collectedAt) {}
