package vn.dvc.proof.check;

import java.time.Instant;
import java.util.List;

/** What others were told: the portal through its webhooks, the clients through our responses. */
public record Outside(List<Hook> hooks, List<Said> clients) {

  public record Hook(
      String event, String type, String payment, String dossier, boolean valid, Instant at) {}

  /**
   * One line of a client's history.
   *
   * @param type invoke, ok, fail or info (outcome unknown)
   * @param key the Idempotency-Key of a start
   * @param status the payment's, as the client was told
   * @param code the payment code of an instruction
   */
  public record Said(
      Instant at,
      int client,
      String operation,
      String type,
      String key,
      String payment,
      String status,
      String code) {}

  static Outside silent() {
    return new Outside(List.of(), List.of());
  }
}
