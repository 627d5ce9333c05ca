package vn.dvc.sandbox.bank.cashier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import vn.dvc.sandbox.bank.state.Collected;
import vn.dvc.sandbox.bank.state.NotificationProgress;

/** A collection and the progress of each of its notices, newest first. */
public record CollectionReceipt(
    @JsonUnwrapped Collected collected, List<NotificationProgress> deliveries) {}
