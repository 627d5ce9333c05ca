package vn.dvc.sandbox.bank.state;

import java.util.UUID;

/**
 * What a bank has to tell DVC Pay on its own initiative; sent until it is accepted.
 *
 * @param reference the bank's reference for the subject, the same if it is told again
 * @param path the path below DVC Pay's address
 * @param body exactly what is sent, every time
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
