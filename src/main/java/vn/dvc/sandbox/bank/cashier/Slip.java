package vn.dvc.sandbox.bank.cashier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import vn.dvc.sandbox.bank.books.Collected;
import vn.dvc.sandbox.bank.books.Delivery;

/** A collection and how far each notice of it has come, the newest first. */
public record Slip(@JsonUnwrapped Collected collected, List<Delivery> deliveries) {}
