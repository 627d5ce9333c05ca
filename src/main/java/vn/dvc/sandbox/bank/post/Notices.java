package vn.dvc.sandbox.bank.post;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.moods.SandboxFaults;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;

/** What a bank does on its own initiative, and the notices that tell DVC Pay. */
@Component
public class Notices {

  private final BankState state;
  private final NotificationWriter writer;
  private final NotificationDelivery delivery;
  private final SandboxFaults faults;

  Notices(
      BankState state,
      NotificationWriter writer,
      NotificationDelivery delivery,
      SandboxFaults faults) {
    this.faults = faults;
    this.state = state;
    this.writer = writer;
    this.delivery = delivery;
  }

  /** Ends a mandate from the bank's side; returns whether one was in force. */
  public boolean endMandate(String bank, String mandate) {
    return told(
        state.happen(
            () ->
                state
                    .mandate(bank, mandate)
                    .filter(it -> it.state() == AttemptState.AUTHORISED)
                    .map(it -> ended(bank, it))));
  }

  /** Prompts DVC Pay to ask about an attempt; returns whether the bank knows the attempt. */
  public boolean tellOf(String bank, UUID attemptRef) {
    return told(
        state.happen(
            () ->
                state
                    .attempt(bank, attemptRef)
                    .map(
                        it -> writer.transactionChanged(bank, written(bank, attemptRef.toString())))
                    .map(JournalEntry.Happened::told)));
  }

  private JournalEntry.Happened ended(String bank, AccountAttempt mandate) {
    return JournalEntry.Happened.changed(
        mandate.in(AttemptState.VOIDED),
        writer.mandateEnded(bank, written(bank, mandate.bankRef())));
  }

  private String written(String bank, String reference) {
    return faults.habitsOf(bank).written(reference);
  }

  private boolean told(Optional<JournalEntry.Happened> happened) {
    state.force();
    happened.ifPresent(it -> delivery.take(it.letter()));
    return happened.isPresent();
  }
}
