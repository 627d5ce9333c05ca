package vn.dvc.pay.cases;

/**
 * A person is about to decide a case, which is not locked yet. The module that carries out
 * decisions of this kind locks what it will need, because cases come last in the lock order (see
 * {@code package-info} of this module).
 */
public record CaseUpForDecision(String id, String kind, String subject, String payment) {}
