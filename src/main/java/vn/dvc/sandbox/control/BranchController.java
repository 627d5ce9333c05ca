package vn.dvc.sandbox.control;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dvc.sandbox.bank.accounts.Accounts;
import vn.dvc.sandbox.bank.cashier.Cashier;
import vn.dvc.sandbox.bank.cashier.CollectionReceipt;

/** What testers and tests do as a bank's staff, and what they see of its accounts. */
@RestController
@RequestMapping("/sandbox")
class BranchController {

  private final BranchOrders orders;
  private final Cashier cashier;
  private final Accounts accounts;

  BranchController(BranchOrders orders, Cashier cashier, Accounts accounts) {
    this.orders = orders;
    this.cashier = cashier;
    this.accounts = accounts;
  }

  @GetMapping("/accounts")
  List<Accounts.Standing> accounts() {
    return accounts.standings();
  }

  @GetMapping("/cashier/collections")
  List<CollectionReceipt> collections() {
    return cashier.slips();
  }

  @PostMapping("/cashier/collections")
  @ResponseStatus(HttpStatus.CREATED)
  CollectionReceipt collect(@RequestBody Map<String, Object> order) {
    return orders.collect(order);
  }

  @PostMapping("/cashier/collections/{reference}/deliver")
  @ResponseStatus(HttpStatus.ACCEPTED)
  CollectionReceipt deliver(@PathVariable String reference) {
    return orders.deliver(reference);
  }

  @PostMapping("/banks/{bin}/mandates/{id}/end")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void endMandate(@PathVariable String bin, @PathVariable String id) {
    orders.endMandate(bin, id);
  }

  /** Sends the notice with which a bank asks DVC Pay to check an attempt again. */
  @PostMapping("/banks/{bin}/transactions/{attemptRef}/notice")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void tellOf(@PathVariable String bin, @PathVariable UUID attemptRef) {
    orders.tellOf(bin, attemptRef);
  }
}
