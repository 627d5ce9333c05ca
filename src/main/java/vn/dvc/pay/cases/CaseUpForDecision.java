package vn.dvc.pay.cases;

/**
 * A person is about to decide a case, which is not locked yet. Whoever carries decisions of this
 * kind out locks here what it will need, because the case comes last in the order of locks (see
 * {@code package-info} of this room).
 */
public record CaseUpForDecision(String id, String kind, String subject, String payment) {}
