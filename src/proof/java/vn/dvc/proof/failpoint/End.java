package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The expected end of one payment.
 *
 * @param status the payment's
 * @param ledger the bank's ledger lines for it, in order: HOLD VOID DEBIT REVERSAL
 * @param requests what the bank received for it, in order, without inquiries and tombstones
 */
record End(String status, String ledger, String requests) {

  static End paid(String ledger, String requests) {
    return new End("PAID", ledger, requests);
  }

  void stands(FailpointFixture fixture, String payment) {
    assertThat(new End(fixture.status(payment), fixture.ledger(payment), fixture.requests(payment)))
        .as(() -> String.join("\n", fixture.story(payment)))
        .isEqualTo(this);
  }

  @Override
  public String toString() {
    return "%s after [%s]".formatted(status.toLowerCase(java.util.Locale.ROOT), requests);
  }
}
