package vn.dvc.pay.cases;

/**
 * Two persons decided a case. Published inside the transaction that records the decision; a
 * listener that fails undoes it.
 *
 * @param decision the word chosen, for example MONEY_MOVED or NO_MONEY_MOVED
 */
public record CaseDecided(String id, String kind, String subject, String decision, String reason) {}
