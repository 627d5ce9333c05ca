package vn.dvc.pay.cases;

/**
 * A first person proposes how to decide a case. Published inside the transaction that records the
 * proposal; a listener refuses what could not be carried out by throwing a {@code Problem}, whose
 * sentence the person is shown.
 *
 * @param decision the word chosen
 */
public record CaseProposed(
    String id, String kind, String subject, String decision, String reason) {}
