package vn.dvc.pay.web.api;

import java.time.Instant;

/** One step in the history of a payment, refund or registration. */
public record StatusChange(String status, Instant at) {}
