package vn.dvc.proof.failpoint;

import java.util.List;

/** A payment by registered account: one request, which moves the money immediately. */
final class AccountCells {
  private AccountCells() {}

  static List<Cell> debit() {
    return new Matrix("DEBIT", "debit", FailpointFixture.BANK, "debit").cells(AccountCells::paid);
  }

  private static Cell paid(Break broken, String requests) {
    return new Cell(
        "account, %s: paid once".formatted(broken.words()),
        fixture -> {
          fixture.registered.of("113366668888");
          broken.done().accept(fixture);
          var payment = new PersistentPayer(fixture).paysByAccount();
          fixture.wakeTheFrozen();
          End.paid("DEBIT", requests).stands(fixture, payment);
        });
  }
}
