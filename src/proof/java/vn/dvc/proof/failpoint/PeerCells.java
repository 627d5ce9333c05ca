package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A bank or portal whose answers do not come to an end: they trickle, flood, or stall half-way. */
final class PeerCells {
  private static final List<String> UNENDING = List.of("trickle", "flood", "stall");

  private PeerCells() {}

  static List<Cell> banks() {
    var cells = new ArrayList<Cell>();
    for (var how : UNENDING) {
      cells.add(debit(Break.mood("debit", how)));
      cells.add(capture(Break.mood("capture", how)));
    }
    cells.add(debit(Break.mood("debit", "answer-lost").and(Break.mood("inquiry", "trickle"))));
    return cells;
  }

  private static Cell debit(Break broken) {
    return new Cell(
        "account, %s: unknown, found by an inquiry, paid once".formatted(broken.words()),
        fixture -> {
          fixture.registered.of("113366668888");
          broken.done().accept(fixture);
          var payment = new PersistentPayer(fixture).paysByAccount();
          assertThat(fixture.callStates(payment, "INQUIRY")).as("in doubt meanwhile").isNotEmpty();
          End.paid("DEBIT", "debit").stands(fixture, payment);
        });
  }

  private static Cell capture(Break broken) {
    return new Cell(
        "card, %s: unknown, found by an inquiry, paid once".formatted(broken.words()),
        fixture -> {
          broken.done().accept(fixture);
          var payment = new PersistentPayer(fixture).paysByCard();
          assertThat(fixture.callStates(payment, "INQUIRY")).as("in doubt meanwhile").isNotEmpty();
          End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
        });
  }

  /** More unending answers than there are slots for deliveries. */
  static List<Cell> portal() {
    return Stream.of("TRICKLE", "FLOOD", "STALL").map(PeerCells::webhooks).toList();
  }

  private static Cell webhooks(String how) {
    return new Cell(
        "portal whose answers to webhooks %s: others pay, and all events arrive once"
            .formatted(how.toLowerCase(Locale.ROOT)),
        fixture -> {
          fixture.portalMood(how, 8);
          var payer = new PersistentPayer(fixture);
          var payments = new ArrayList<String>();
          for (int i = 0; i < 5; i++) {
            payments.add(payer.paysByCard());
          }
          fixture.soon("all events are delivered", () -> fixture.undelivered() == 0);
          for (var payment : payments) {
            End.paid("HOLD DEBIT", "authorise otp capture").stands(fixture, payment);
          }
        });
  }
}
