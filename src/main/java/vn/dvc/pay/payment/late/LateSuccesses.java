package vn.dvc.pay.payment.late;

import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.event.UnusedMoneyEvents;
import vn.dvc.pay.payment.late.LateSuccessSteps.Verdict;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.Reversals;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Returns late money. It is never kept, because the payer was told that nothing was taken and may
 * have paid again; a case stays open until the money is back.
 */
@Component
class LateSuccesses implements LateDebits {
  private static final String KIND = "late-success";

  private final BankCalls calls;
  private final LateSuccessRepository lateSuccesses;
  private final Reversals reversals;
  private final Cases cases;
  private final UnusedMoneyEvents events;

  LateSuccesses(
      BankCalls calls,
      LateSuccessRepository lateSuccesses,
      Reversals reversals,
      Cases cases,
      UnusedMoneyEvents events) {
    this.calls = calls;
    this.lateSuccesses = lateSuccesses;
    this.reversals = reversals;
    this.cases = cases;
    this.events = events;
  }

  @Transactional
  Verdict weigh(AttemptRef attempt) {
    return switch (calls.lock(attempt).state()) {
      case DEBITED -> Verdict.MONEY_MOVED;
      case DECLINED, VOIDED, NOT_EXECUTED, REVERSED -> Verdict.NOTHING_MOVED;
      case PENDING_OTP, AUTHORISED -> Verdict.NOTHING_MOVED;
      case CREATED, UNKNOWN -> Verdict.UNKNOWN;
    };
  }

  /** Idempotent, because the step may be repeated. */
  @Transactional
  void giveBack(AttemptRef ref) {
    var attempt = calls.lock(ref);
    var late =
        lateSuccesses
            .findById(ref.id())
            .orElseThrow(() -> new IllegalStateException("No late success of attempt " + ref));
    if (late.goesBack()) {
      return;
    }
    if (attempt.state() != Attempt.State.DEBITED) {
      throw new IllegalStateException(
          "Cannot return money of an attempt that is " + attempt.state());
    }
    var reversal = reversalOf(attempt, late.payment());
    late.goesBackBy(reversal);
    if (reversals.doneAt(reversal).isPresent()) {
      tell(late, attempt);
      return;
    }
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", attempt.bank());
    evidence.put("amount", Evidence.dong(attempt.amount().dong()));
    evidence.put("attemptRef", ref.toString());
    cases.open(KIND, ref.toString(), late.payment(), "NOT_RETURNED", evidence);
  }

  /**
   * Money that two persons have already returned, because the statement showed it, is not returned
   * again.
   */
  private String reversalOf(Attempt attempt, String payment) {
    var original = OriginalMoney.debited(attempt.bank(), attempt.ref());
    var left = reversals.left(original);
    return left > 0
        ? reversals.giveBack(original, payment, Money.dong(left), "Late debit of an ended payment")
        : reversals
            .newestOf(original)
            .orElseThrow(
                () -> new IllegalStateException("No reversal of attempt " + attempt.ref()));
  }

  @EventListener
  void on(ReversalDone done) {
    lateSuccesses
        .findByReversal(done.reversal())
        .ifPresent(
            late -> {
              var attempt = calls.attempt(new AttemptRef(late.attemptRef()));
              cases.settle(KIND, attempt.ref().toString(), "money-returned");
              tell(late, attempt);
            });
  }

  /** Of the whole debit, also where a part of it had gone back before. */
  private void tell(LateSuccessEntity late, Attempt attempt) {
    events.returned(
        PaymentId.of(late.payment()), attempt.bank(), attempt.ref().toString(), attempt.amount());
  }

  @Override
  @Transactional(readOnly = true)
  public List<LateDebit> of(PaymentId payment) {
    return lateSuccesses.findByPaymentOrderByHeardAt(payment.text()).stream()
        .filter(LateSuccessEntity::goesBack)
        .map(
            late -> {
              var attempt = calls.attempt(new AttemptRef(late.attemptRef()));
              return new LateDebit(
                  attempt.bank(),
                  attempt.ref().toString(),
                  attempt.amount(),
                  late.heardAt(),
                  reversals.doneAt(late.reversal()).orElse(null));
            })
        .toList();
  }

  /** Registers the kind of case. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /**
     * The money goes back automatically; two persons may close the case once they have checked it.
     */
    @Bean
    CaseKind lateSuccessKind() {
      return new CaseKind(KIND, List.of("SEEN_TO"));
    }
  }
}
