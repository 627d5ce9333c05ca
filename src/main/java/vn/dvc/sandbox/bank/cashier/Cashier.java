package vn.dvc.sandbox.bank.cashier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.post.NotificationDelivery;
import vn.dvc.sandbox.bank.post.NotificationWriter;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.Collected;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.NotificationProgress;

/** The branch cashier, played by testers: takes money in and notifies DVC Pay. */
@Component
public class Cashier {

  private final BankState state;
  private final NotificationWriter writer;
  private final NotificationDelivery delivery;

  Cashier(BankState state, NotificationWriter writer, NotificationDelivery delivery) {
    this.state = state;
    this.writer = writer;
    this.delivery = delivery;
  }

  /** Takes money in; empty if its reference was used before. */
  public Optional<CollectionReceipt> collect(Deposit deposit) {
    Collected money =
        new Collected(
            deposit.bank().bin(),
            deposit.reference() == null ? "BC" + NotificationWriter.fresh() : deposit.reference(),
            deposit.bank().collecting().number(),
            deposit.amount(),
            deposit.text(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    return done(
        state.happen(
            () ->
                state.collection(money.reference()).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        JournalEntry.Happened.collected(
                            money, deposit.deliver() ? writer.collected(money) : null))),
        money.reference());
  }

  /**
   * Notifies DVC Pay of a collection, again if it was notified before; empty for an unknown
   * collection.
   */
  public Optional<CollectionReceipt> deliver(String reference) {
    return done(
        state.happen(
            () ->
                state
                    .collection(reference)
                    .map(writer::collected)
                    .map(JournalEntry.Happened::told)),
        reference);
  }

  /** Newest first. */
  public List<CollectionReceipt> slips() {
    List<NotificationProgress> deliveries = state.deliveries();
    return state.collections().stream().map(it -> slip(it, deliveries)).toList();
  }

  private Optional<CollectionReceipt> done(
      Optional<JournalEntry.Happened> happened, String reference) {
    state.force();
    return happened.map(
        it -> {
          if (it.letter() != null) {
            delivery.take(it.letter());
          }
          return slip(
              state
                  .collection(reference)
                  .orElseThrow(() -> new IllegalStateException("No collection " + reference)),
              state.deliveries());
        });
  }

  private static CollectionReceipt slip(
      Collected collected, List<NotificationProgress> deliveries) {
    return new CollectionReceipt(
        collected, deliveries.stream().filter(it -> it.letter().isAbout(collected)).toList());
  }
}
