package vn.dvc.pay.bank.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * The content of a bank's message. Two messages with one reference are the same if they agree about
 * money or event, however spelled: account, amount and transfer text of a collection; subject and
 * event of a notice. Times are not compared, because banks that resend a message stamp it anew; the
 * first time stands.
 */
sealed interface InboundBankMessage {

  String reference();

  /** The values in which two messages with the same reference must agree. */
  List<Object> comparedValues();

  /** The event published for this message. */
  Object event(UUID message, String bank, Instant receivedAt);

  record Collection(
      String reference, AccountNumber account, Money amount, String text, Instant collectedAt)
      implements InboundBankMessage {
    @Override
    public List<Object> comparedValues() {
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
    public List<Object> comparedValues() {
      return List.of(subject, event);
    }

    @Override
    public Object event(UUID message, String bank, Instant receivedAt) {
      return new NoticeReceived(message, bank, subject, event, receivedAt);
    }
  }
}
