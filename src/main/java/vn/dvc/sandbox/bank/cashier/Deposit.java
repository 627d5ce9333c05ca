package vn.dvc.sandbox.bank.cashier;

import vn.dvc.sandbox.SandboxSettings;

/**
 * Money that somebody lays on the cashier's desk.
 *
 * @param bank one that collects for DVC Pay
 * @param reference the bank's name of it; null lets the bank choose one
 * @param text the transfer text
 * @param deliver whether DVC Pay is told at once
 */
public record Deposit(
    SandboxSettings.Bank bank, String reference, long amount, String text, boolean deliver) {}
