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
import vn.dvc.pay.reversal.record.ReversalEntity;
import vn.dvc.pay.reversal.record.ReversalRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/**
 * The cases of reversals that their bank refuses, or that never leave for it, and what two persons
 * decide of them.
 */
@Component
class ReversalCases {
  private static final String DECLINED = "reversal-declined";
  private static final String DELAYED = "reversal-delayed";
  private static final String TRY_AGAIN = "TRY_AGAIN";
  private static final String KEEP_TRYING = "KEEP_TRYING";
  private static final String RETURNED_OTHERWISE = "RETURNED_OTHERWISE";

  private final ReversalRepository book;
  private final Cases cases;
  private final Processes processes;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  ReversalCases(
      ReversalRepository book,
      Cases cases,
      Processes processes,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.book = book;
    this.cases = cases;
    this.processes = processes;
    this.time = time;
    this.events = events;
  }

  @Transactional
  void open(String id) {
    var row = book.lock(id);
    var evidence = evidence(row);
    evidence.put("bankRefuses", row.declineReason());
    cases.settle(DELAYED, id, "bank-reached");
    cases.open(DECLINED, id, row.payment(), "NOT_RETURNED", evidence);
  }

  /** It is tried on beside the case. */
  @Transactional
  void openDelayed(String id, int tries) {
    var row = book.lock(id);
    var evidence = evidence(row);
    evidence.put("reversalTries", Integer.toString(tries));
    cases.open(DELAYED, id, row.payment(), "NOT_RETURNED", evidence);
  }

  boolean isDelayedOpen(String id) {
    return cases.isOpen(DELAYED, id);
  }

  /** The money is back, so nobody need decide. */
  void close(String id) {
    cases.settle(DELAYED, id, "money-returned");
  }

  private static Map<String, String> evidence(ReversalEntity row) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", row.bank());
    evidence.put("amount", Evidence.dong(row.amount().dong()));
    evidence.put("reference", row.original().reference());
    evidence.put("attemptRef", row.attempt().toString());
    return evidence;
  }

  /** In the order in which all lock: before the case. */
  @EventListener
  void lock(CaseUpForDecision file) {
    if (isOurs(file.kind())) {
      book.lock(file.subject());
    }
  }

  /** In the transaction of the two persons; the process looks at our table itself. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (!isOurs(decided.kind()) || decided.decision().equals(KEEP_TRYING)) {
      return;
    }
    var row = book.lock(decided.subject());
    if (decided.decision().equals(TRY_AGAIN)) {
      row.shallBeTriedAgain();
    } else {
      row.finish(ReversalEntity.State.RETURNED_OTHERWISE, time.now());
      events.publishEvent(new ReversalDone(row.id(), row.payment()));
    }
    tell(row, decided.kind().equals(DECLINED) ? "declinedDecided" : "returnedMeanwhile");
  }

  /** While a request is under way, money may be on its way, too: nobody vouches for another way. */
  private void tell(ReversalEntity row, String message) {
    try {
      processes.tell(row.processInstance(), message, Map.of());
    } catch (NotWaiting itIsUnderWay) {
      throw Problem.conflict("reversal-under-way").with("reversal", row.id());
    }
  }

  private static boolean isOurs(String kind) {
    return kind.equals(DECLINED) || kind.equals(DELAYED);
  }

  @Transactional
  ReversalVerdict decision(String id) {
    return switch (book.lock(id).state()) {
      case TO_BE_TRIED_AGAIN -> ReversalVerdict.TRY_AGAIN;
      case RETURNED_OTHERWISE -> ReversalVerdict.RETURNED_OTHERWISE;
      default -> ReversalVerdict.UNDECIDED;
    };
  }

  /** Contributes the kind. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** Ask the bank once more, or vouch that the money went back by another way. */
    @Bean
    CaseKind reversalDeclined() {
      return new CaseKind(DECLINED, List.of(TRY_AGAIN, RETURNED_OTHERWISE));
    }

    /** The bank is tried all the same; persons may vouch that the money went back otherwise. */
    @Bean
    CaseKind reversalDelayed() {
      return new CaseKind(DELAYED, List.of(KEEP_TRYING, RETURNED_OTHERWISE));
    }
  }
}
