package vn.dvc.pay.payment.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.Attempt.Subject.OfReversal;
import vn.dvc.pay.bank.Transfers;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.StatedCollection;
import vn.dvc.pay.payment.collection.StatedCollections;
import vn.dvc.pay.payment.movement.MovementRepository.Returned;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** Gathers movements from bank attempts and collections. */
@Component
class GatheredMovements implements Movements {
  private final Transfers transfers;
  private final MovementRepository movements;
  private final Payments payments;
  private final Reversals reversals;
  private final StatedCollections collections;
  private final InquiryRequests inquiries;

  GatheredMovements(
      Transfers transfers,
      MovementRepository movements,
      Payments payments,
      Reversals reversals,
      StatedCollections collections,
      InquiryRequests inquiries) {
    this.transfers = transfers;
    this.movements = movements;
    this.payments = payments;
    this.reversals = reversals;
    this.collections = collections;
    this.inquiries = inquiries;
  }

  @Override
  public Map<String, Movement> named(String bank, Collection<String> references) {
    var found = new HashMap<String, Movement>();
    movements.collections(bank, references).forEach(each -> found.put(each.reference(), each));
    found.putAll(attempts(bank, references));
    return found;
  }

  /**
   * Keyed by the reference as the bank wrote it, possibly truncated. An ambiguous one is left out.
   */
  private Map<String, Movement> attempts(String bank, Collection<String> references) {
    var meant = new HashMap<String, List<AttemptRef>>();
    references.forEach(each -> meant.put(each, AttemptRef.meantBy(each)));
    var ids = meant.values().stream().flatMap(List::stream).map(AttemptRef::id).distinct().toList();
    var known =
        movements(transfers.named(bank, ids)).stream()
            .collect(Collectors.toMap(Movement::reference, Function.identity()));
    var found = new HashMap<String, Movement>();
    meant.forEach(
        (reference, attempts) -> {
          var ours =
              attempts.stream()
                  .map(attempt -> known.get(attempt.toString()))
                  .filter(Objects::nonNull)
                  .toList();
          if (ours.size() == 1) {
            found.put(reference, ours.get(0));
          }
        });
    return found;
  }

  @Override
  public List<Movement> reversalsOf(String bank, Collection<String> originals) {
    return movements(transfers.named(bank, movements.attemptsReturning(bank, originals)));
  }

  @Override
  public List<Movement> moved(String bank, Instant from, Instant before) {
    var all = new ArrayList<Movement>(movements(transfers.moved(bank, from, before)));
    all.addAll(movements.collected(bank, from, before));
    all.sort(Comparator.comparing(Movement::at).thenComparing(Movement::reference));
    return all;
  }

  @Override
  public void noteStatementLine(String reference, String line) {
    inquiries.noteStatementLine(AttemptRef.of(reference), line);
  }

  @Override
  public void takeIn(StatedCollection collection) {
    collections.takeIn(collection);
  }

  @Override
  public boolean isFinished(String payment) {
    return payments
        .find(PaymentId.of(payment))
        .orElseThrow(() -> new IllegalStateException("No payment " + payment))
        .status()
        .isFinished();
  }

  @Override
  public String giveBack(
      String bank,
      String reference,
      @Nullable String booking,
      String payment,
      Money amount,
      String reason) {
    var debit = OriginalMoney.debited(bank, AttemptRef.of(reference));
    var original = booking == null ? debit.onStatement(amount) : debit.bookedAgain(booking, amount);
    return reversals.giveBack(original, payment, amount, reason);
  }

  private List<Movement> movements(List<Transfers.Transfer> found) {
    var returned =
        movements.returned(
            found.stream()
                .map(Transfers.Transfer::subject)
                .filter(OfReversal.class::isInstance)
                .map(Subject::id)
                .collect(Collectors.toSet()));
    return found.stream()
        .map(
            it -> {
              var isReversal = it.subject() instanceof OfReversal;
              var back = returned.getOrDefault(it.subject().id(), Returned.NOTHING);
              return new Movement(
                  it.attempt().toString(),
                  isReversal ? Movement.Kind.REVERSAL : Movement.Kind.DEBIT,
                  fate(it),
                  it.amount(),
                  it.bankReference(),
                  isReversal ? back.payment() : it.subject().id(),
                  it.askedAt(),
                  back.original());
            })
        .toList();
  }

  private static Movement.Fate fate(Transfers.Transfer it) {
    return switch (it.state()) {
      case DEBITED, REVERSED -> Movement.Fate.MOVED;
      case DECLINED, VOIDED, NOT_EXECUTED -> Movement.Fate.NOT_MOVED;
      case CREATED, PENDING_OTP, AUTHORISED, UNKNOWN -> Movement.Fate.IN_DOUBT;
    };
  }
}
