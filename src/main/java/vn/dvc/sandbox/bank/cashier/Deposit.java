package vn.dvc.sandbox.bank.cashier;

import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.SandboxSettings;

/**
 * Money paid in at the cashier's counter.
 *
 * @param bank one that collects for DVC Pay
 * @param reference the bank's reference; null lets the bank choose one
 * @param text the transfer text
 * @param deliver whether to notify DVC Pay immediately
 */
public record Deposit(
    SandboxSettings.Bank bank,
    @Nullable String reference,
    long amount,
    String text,
    boolean deliver) {}
