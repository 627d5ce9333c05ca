package vn.dvc.sandbox.bank.state;

import java.util.UUID;

/**
 * What a bank has to tell DVC Pay of its own accord; carried there until it is taken.
 *
 * @param reference the bank's name of what it tells, the same when it is told again
 * @param path where it is told, below DVC Pay's address
 * @param body exactly what is sent, each time
 */
public record BankNotification(UUID id, String bank, String reference, String path, String body) {

  public static final String COLLECTIONS = "/bank/v1/collections";
  public static final String NOTICES = "/bank/v1/notices";

  public boolean isNotice() {
    return path.equals(NOTICES);
  }

  public boolean isAbout(Collected collected) {
    return bank.equals(collected.bank()) && reference.equals(collected.reference());
  }
}
