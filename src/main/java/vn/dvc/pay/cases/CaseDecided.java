package vn.dvc.pay.cases;

/**
 * Two persons decided a case. Published inside the transaction that records the decision; if a
 * listener fails, the decision is rolled back.
 *
 * @param decision the word they chose, for example MONEY_MOVED or NO_MONEY_MOVED
 */
public record CaseDecided(String id, String kind, String subject, String decision, String reason) {}
