package vn.dvc.pay.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person must decide. One open case for each kind and subject, never two. */
public interface Cases {

  /**
   * Opens a case and starts its two-person process, in the caller's transaction; where an open one
   * of this kind and subject exists, adds the evidence to it.
   *
   * @param kind for example unknown-outcome
   * @param subject what it is about: a payment id or an attempt
   * @param payment the payment it belongs to, null where there is none
   * @param moneyState one word on the money: UNKNOWN, DEBITED, NOT_DEBITED
   * @param evidence what is known, as text for people, by name; no secrets
   */
  String open(
      String kind, String subject, String payment, String moneyState, Map<String, String> evidence);

  /** Closes an open case because it needs no person any more; a no-op where there is none. */
  void settle(String kind, String subject, String why);

  boolean isOpen(String kind, String subject);

  Optional<Case> find(String id);

  /** Open ones first, oldest first. */
  List<Case> list(int page);

  List<Case> ofPayment(String payment);

  /** A case as people see it. */
  record Case(
      String id,
      String kind,
      String subject,
      String payment,
      Instant opened,
      Instant closed,
      String moneyState,
      Map<String, String> evidence,
      String decision,
      String reason,
      String decidedBy,
      String confirmedBy) {}
}
