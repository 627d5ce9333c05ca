package vn.dvc.pay.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions for people. At most one case is open per kind and subject. */
public interface Cases {

  /**
   * Opens a case and starts its two-person process, in the caller's transaction; if a case of this
   * kind and subject is already open, adds the evidence to it instead.
   *
   * @param kind for example unknown-outcome
   * @param subject what it is about: a payment or attempt id
   * @param payment the payment it belongs to, null if there is none
   * @param moneyState where the money is, in one word: UNKNOWN, DEBITED, NOT_DEBITED
   * @param evidence what is known, as named texts for people; no secrets
   */
  String open(
      String kind,
      String subject,
      @Nullable String payment,
      String moneyState,
      Map<String, String> evidence);

  /** Closes an open case that no longer needs a person; does nothing if there is none. */
  void settle(String kind, String subject, String why);

  boolean isOpen(String kind, String subject);

  Optional<Case> find(String id);

  /** Open ones first, oldest first. */
  List<Case> list(int page);

  List<Case> ofPayment(String payment);

  /** How many cases of each kind are open, the kind with the oldest first. */
  List<OpenCases> open();

  /** How many cases of a kind are open, and since when the oldest is. */
  record OpenCases(String kind, long count, Instant oldest) {}

  /** A case as shown to people. */
  record Case(
      String id,
      String kind,
      String subject,
      @Nullable String payment,
      Instant opened,
      Instant closed,
      String moneyState,
      Map<String, String> evidence,
      @Nullable String decision,
      @Nullable String reason,
      @Nullable String decidedBy,
      String confirmedBy) {}
}
