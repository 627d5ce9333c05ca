package vn.dvc.pay.registration.mandate;

import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationTransitions;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Reacts to a bank's notice that a mandate has ended there. The mandate is no longer used, and the
 * bank is asked to end it, which it also confirms if it already had. So the notice is only a hint,
 * and a false one moves no money.
 *
 * <p>A notice may arrive before the answer that contains the mandate's reference. It is then left
 * unhandled, so that it is redelivered, for as long as that answer may still come.
 */
@Component
class MandateEndedByBank {
  /** For this long an unknown reference may belong to a mandate whose answer is still to come. */
  private static final Duration MAY_OVERTAKE = Duration.ofDays(1);

  private final BankMessages messages;
  private final RegistrationRepository registrations;
  private final MandateTermination termination;
  private final Audit audit;
  private final DatabaseTime time;

  MandateEndedByBank(
      BankMessages messages,
      RegistrationRepository registrations,
      MandateTermination termination,
      Audit audit,
      DatabaseTime time) {
    this.messages = messages;
    this.registrations = registrations;
    this.termination = termination;
    this.audit = audit;
    this.time = time;
  }

  @EventListener
  @Transactional
  public void on(NoticeReceived notice) {
    if (!notice.event().equals("MANDATE_ENDED")) {
      return;
    }
    var meant = registrations.ofMandate(notice.bank(), notice.reference());
    if (meant.isEmpty() && mayBeKnownLater(notice) || !messages.handled(notice.message())) {
      return;
    }
    meant.stream()
        .map(registrations::lock)
        .filter(registration -> RegistrationTransitions.isInForce(registration.status()))
        .forEach(registration -> termination.end(registration, "mandate-ended-by-bank"));
    if (meant.isEmpty()) {
      audit.write("system", "mandate-notice-unknown", notice.reference(), notice.bank());
    }
  }

  private boolean mayBeKnownLater(NoticeReceived notice) {
    return time.now().isBefore(notice.receivedAt().plus(MAY_OVERTAKE))
        || registrations.isActivatingAt(notice.bank());
  }
}
