package vn.dvc.pay.reversal.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.reversal.ReversalDone;
import vn.dvc.pay.reversal.process.ReversePaymentSteps.Verdict;
import vn.dvc.pay.reversal.record.ReversalEntity;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/**
 * The cases of reversals that the bank refuses or that cannot be sent, and what two persons decide
 * about them.
 */
@Component
class ReversalCases {
  private static final String DECLINED = "reversal-declined";
  private static final String DELAYED = "reversal-delayed";
  private static final String TRY_AGAIN = "TRY_AGAIN";
  private static final String KEEP_TRYING = "KEEP_TRYING";
  private static final String RETURNED_OTHERWISE = "RETURNED_OTHERWISE";

  private final ReversalRepository reversals;
  private final Cases cases;
  private final Processes processes;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  ReversalCases(
      ReversalRepository reversals,
      Cases cases,
      Processes processes,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.reversals = reversals;
    this.cases = cases;
    this.processes = processes;
    this.time = time;
    this.events = events;
  }

  @Transactional
  void open(String id) {
    var reversal = reversals.lock(id);
    var evidence = evidence(reversal);
    evidence.put("bankRefuses", reversal.declineReason());
    cases.settle(DELAYED, id, "bank-reached");
    cases.open(DECLINED, id, reversal.payment(), "NOT_RETURNED", evidence);
  }

  /** Retries continue while the case is open. */
  @Transactional
  void openDelayed(String id, int tries) {
    var reversal = reversals.lock(id);
    var evidence = evidence(reversal);
    evidence.put("reversalTries", Integer.toString(tries));
    cases.open(DELAYED, id, reversal.payment(), "NOT_RETURNED", evidence);
  }

  boolean isDelayedOpen(String id) {
    return cases.isOpen(DELAYED, id);
  }

  /** The money has been returned, so no decision is needed. */
  void close(String id) {
    cases.settle(DELAYED, id, "money-returned");
  }

  private static Map<String, String> evidence(ReversalEntity reversal) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", reversal.bank());
    evidence.put("amount", Evidence.dong(reversal.amount().dong()));
    evidence.put("reference", reversal.original().reference());
    evidence.put("attemptRef", reversal.attempt().toString());
    return evidence;
  }

  /** Keeps the lock order: the reversal before its case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (isOurs(file.kind())) {
      reversals.lock(file.subject());
    }
  }

  /** Runs in the transaction of the decision; the process then reads our table itself. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (!isOurs(decided.kind()) || decided.decision().equals(KEEP_TRYING)) {
      return;
    }
    var reversal = reversals.lock(decided.subject());
    if (decided.decision().equals(TRY_AGAIN)) {
      reversal.tryAgain();
    } else {
      reversal.finish(ReversalEntity.State.RETURNED_OTHERWISE, time.now());
      events.publishEvent(new ReversalDone(reversal.id(), reversal.payment()));
    }
    sendMessage(
        reversal, decided.kind().equals(DECLINED) ? "declinedDecided" : "returnedMeanwhile");
  }

  /**
   * While a request is in progress the money may already be on its way, so nobody can vouch that it
   * was returned otherwise.
   */
  private void sendMessage(ReversalEntity reversal, String message) {
    try {
      processes.sendMessage(reversal.processInstance(), message, Map.of());
    } catch (NotWaiting itIsUnderWay) {
      throw Problem.conflict("reversal-under-way").with("reversal", reversal.id());
    }
  }

  private static boolean isOurs(String kind) {
    return kind.equals(DECLINED) || kind.equals(DELAYED);
  }

  @Transactional
  Verdict decision(String id) {
    return switch (reversals.lock(id).state()) {
      case TO_BE_TRIED_AGAIN -> Verdict.TRY_AGAIN;
      case RETURNED_OTHERWISE -> Verdict.RETURNED_OTHERWISE;
      default -> Verdict.UNDECIDED;
    };
  }

  /** Contributes the case kinds. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Ask the bank once more, or vouch that the money was returned in another way. */
    @Bean
    CaseKind reversalDeclined() {
      return new CaseKind(DECLINED, List.of(TRY_AGAIN, RETURNED_OTHERWISE));
    }

    /**
     * Retries continue meanwhile; two persons may vouch that the money was returned in another way.
     */
    @Bean
    CaseKind reversalDelayed() {
      return new CaseKind(DELAYED, List.of(KEEP_TRYING, RETURNED_OTHERWISE));
    }
  }
}
