package vn.dvc.pay.cases;

/**
 * A first person proposes how to decide a case. Published inside the transaction that records the
 * proposal; a listener refuses a decision that cannot be carried out by throwing a {@code Problem},
 * whose text is shown to the person.
 *
 * @param decision the word they chose
 */
public record CaseProposed(
    String id, String kind, String subject, String decision, String reason) {}
