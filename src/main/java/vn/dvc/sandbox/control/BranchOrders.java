package vn.dvc.sandbox.control;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.cashier.Cashier;
import vn.dvc.sandbox.bank.cashier.CollectionReceipt;
import vn.dvc.sandbox.bank.post.Notices;

/** Carries out what testers do as a bank's staff, from the page or the API. */
@Component
class BranchOrders {

  private final CashierOrders orders;
  private final Cashier cashier;
  private final Notices notices;

  BranchOrders(CashierOrders orders, Cashier cashier, Notices notices) {
    this.orders = orders;
    this.cashier = cashier;
    this.notices = notices;
  }

  CollectionReceipt collect(Map<String, ?> order) {
    return cashier
        .collect(orders.read(order))
        .orElseThrow(
            () -> new BadOrder("reference-used", "reference is one that no collection had before"));
  }

  CollectionReceipt deliver(String reference) {
    return cashier
        .deliver(reference)
        .orElseThrow(() -> new BadOrder("reference-unknown", "reference is one of a collection"));
  }

  void endMandate(String bin, String mandate) {
    if (!notices.endMandate(bin, mandate)) {
      throw new BadOrder("mandate-unknown", "mandate is one that is in force at this bank");
    }
  }

  void tellOf(String bin, UUID attemptRef) {
    if (!notices.tellOf(bin, attemptRef)) {
      throw new BadOrder("attempt-unknown", "attemptRef is one that this bank knows");
    }
  }
}
