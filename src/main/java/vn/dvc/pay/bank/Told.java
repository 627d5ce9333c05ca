package vn.dvc.pay.bank;

import java.time.Instant;
import java.util.UUID;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/** What a bank's message says. Two with equal content are the same story, however spelled. */
sealed interface Told {

  String reference();

  /** The event under which the rooms above hear of it. */
  Object event(UUID message, String bank, Instant receivedAt);

  record Collection(
      String reference, AccountNumber account, Money amount, String text, Instant collectedAt)
      implements Told {
    @Override
    public Object event(UUID message, String bank, Instant receivedAt) {
      return new CollectionReceived(
          message, bank, reference, account, amount, text, collectedAt, receivedAt);
    }
  }

  record Notice(String reference, String subject, String event, Instant at) implements Told {
    @Override
    public Object event(UUID message, String bank, Instant receivedAt) {
      return new NoticeReceived(message, bank, subject, event, receivedAt);
    }
  }
}
