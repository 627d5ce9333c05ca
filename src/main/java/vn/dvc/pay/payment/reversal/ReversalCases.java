package vn.dvc.pay.payment.reversal;

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
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.Processes;

/** The cases of reversals that their bank refuses, and what two persons decide of them. */
@Component
class ReversalCases {
  private static final String KIND = "reversal-declined";
  private static final String TRY_AGAIN = "TRY_AGAIN";
  private static final String RETURNED_OTHERWISE = "RETURNED_OTHERWISE";

  private final ReversalBook book;
  private final Cases cases;
  private final Processes processes;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  ReversalCases(
      ReversalBook book,
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
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", row.bank());
    evidence.put("amount", Evidence.dong(row.amount().dong()));
    var original = row.original();
    evidence.put(
        "reference",
        original.collection() == null ? original.attempt().toString() : original.collection());
    evidence.put("bankRefuses", row.declineReason());
    evidence.put("attemptRef", row.attempt().toString());
    cases.open(KIND, id, row.payment(), "NOT_RETURNED", evidence);
  }

  /** In the transaction of the two persons; the process looks at our table itself. */
  @EventListener
  void carryOut(CaseDecided decided) {
    if (!decided.kind().equals(KIND)) {
      return;
    }
    var row = book.lock(decided.subject());
    if (decided.decision().equals(TRY_AGAIN)) {
      row.shallBeTriedAgain();
    } else {
      row.finish(ReversalRow.State.RETURNED_OTHERWISE, time.now());
      events.publishEvent(new ReversalDone(row.id(), row.payment()));
    }
    processes.tell(row.processInstance(), "declinedDecided", Map.of());
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
      return new CaseKind(KIND, List.of(TRY_AGAIN, RETURNED_OTHERWISE));
    }
  }
}
