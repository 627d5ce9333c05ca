package vn.dvc.pay.registration.mandate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.registration.book.RegistrationBook;
import vn.dvc.pay.registration.book.RegistrationRow;
import vn.dvc.pay.registration.book.RegistrationTransitions;

/**
 * A bank says that a mandate has ended there. Nothing is paid by it from now on, and the bank is
 * asked to end it, which it confirms also where it had: so the hint costs nobody anything if wrong.
 */
@Component
class EndedByBank {
  private final BankMessages messages;
  private final RegistrationBook book;
  private final Endings endings;

  EndedByBank(BankMessages messages, RegistrationBook book, Endings endings) {
    this.messages = messages;
    this.book = book;
    this.endings = endings;
  }

  @EventListener
  @Transactional
  public void hear(NoticeReceived notice) {
    if (!notice.event().equals("MANDATE_ENDED") || !messages.handled(notice.message())) {
      return;
    }
    book.ofMandate(notice.reference())
        .map(book::lock)
        .filter(row -> isHeldBy(notice.bank(), row))
        .filter(row -> RegistrationTransitions.inForce(row.status()))
        .ifPresent(row -> endings.end(row, "mandate-ended-by-bank"));
  }

  /** Only the bank that gave the mandate may say so. */
  private static boolean isHeldBy(String bank, RegistrationRow row) {
    return row.newest().account().bank().equals(bank);
  }
}
