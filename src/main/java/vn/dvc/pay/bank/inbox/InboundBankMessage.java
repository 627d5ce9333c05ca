package vn.dvc.pay.bank.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dvc.pay.bank.CollectionReceived;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * What a bank's message says. Two of one reference are the same story when they say the same of
 * money or event, however spelled: account, amount and transfer text of a collection; subject and
 * event of a notice. When it happened is no part of that: banks that send a message again stamp it
 * again, and the time told first stays.
 */
sealed interface InboundBankMessage {

  String reference();

  /** What makes it the same story as another of its reference. */
  List<Object> story();

  /** The event under which the rooms above hear of it. */
  Object event(UUID message, String bank, Instant receivedAt);

  record Collection(
      String reference, AccountNumber account, Money amount, String text, Instant collectedAt)
      implements InboundBankMessage {
    @Override
    public List<Object> story() {
      return List.of(account, amount, text);
    }

    @Override
    public Object event(UUID message, String bank, Instant receivedAt) {
      return new CollectionReceived(
          message, bank, reference, account, amount, text, collectedAt, receivedAt);
    }
  }

  record Notice(String reference, String subject, String event, Instant at)
      implements InboundBankMessage {
    @Override
    public List<Object> story() {
      return List.of(subject, event);
    }

    @Override
    public Object event(UUID message, String bank, Instant receivedAt) {
      return new NoticeReceived(message, bank, subject, event, receivedAt);
    }
  }
}
