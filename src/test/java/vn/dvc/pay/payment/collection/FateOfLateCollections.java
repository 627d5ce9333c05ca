package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;

/** What becomes of money that comes after its payment has ended, on each supported database. */
@OperatorsTest
abstract class FateOfLateCollections {
  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired DatabaseTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void moneyAfterTheWindowIsACaseThoughItsTimerHasNotFired() {
    var payment = fixture.instructed(120_000);
    jdbc.sql("update payment set window_ends_at = ? where id = ?")
        .params(Timestamp.from(time.now().minusSeconds(1)), payment.id().text())
        .update();
    fixture.collected(payment, 120_000);

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-after-end");
    fixture.decide(fixture.onlyCase(payment), "ACCEPT", "Nộp muộn một giây");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
  }

  @Test
  void moneyAfterCancellationThatTwoPersonsAcceptPaysThePayment() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    var received = fixture.collected(payment, 120_000);
    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-after-end");
    fixture.decide(file, "ACCEPT", "Hồ sơ chưa thanh toán");

    var paid = payments.find(payment.id()).orElseThrow();
    assertThat(paid.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.receipts()).hasSize(1);
    assertThat(fixture.state(received)).isEqualTo("ACCEPTED");
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.PAID);
  }

  @Test
  void lateMoneyHoldsItsDossiersAgainUntilItIsDecided() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    fixture.collected(payment, 120_000);
    refused("dossier-in-payment", fixture::startAnother);
    refused("dossier-in-payment", () -> dossiers.put(fixture.dossier(), owing(130_000)));

    fixture.decide(fixture.onlyCase(payment), "REVERSE", "Người nộp không cần nữa");
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
    assertThat(fixture.startAnother().status()).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void lastDecisionOnLateCollectionsReleasesTheDossiers() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var one = fixture.collected(payment, 120_000);
    var two = fixture.collected(payment, 120_000);
    fixture.decide(fixture.caseOf(one), "REVERSE", "Hoàn trả");
    refused("dossier-in-payment", fixture::startAnother);
    fixture.decide(fixture.caseOf(two), "REVERSE", "Hoàn trả");
    fixture.startAnother();
  }

  @Test
  void lateMoneyThatIsTooMuchIsAcceptedAndTheRestGoesBack() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var received = fixture.collected(payment, 150_000);
    assertThat(fixture.onlyCase(payment).evidence().get("proposal")).contains("phần thừa");
    fixture.decide(fixture.onlyCase(payment), "ACCEPT", "Hồ sơ chưa thanh toán");

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.reversalsOf(received)).containsExactly(30_000L);
    fixture.moneyAddsUp(payment);
  }

  @Test
  void lateMoneyThatIsTooLittleMayOnlyBeGivenBack() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    fixture.collected(payment, 119_999);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-cannot-pay");
    refused(
        "case-decision-unknown",
        () -> fixture.propose(fixture.onlyCase(payment), "ACCEPT", "Chấp nhận"));
    fixture.decide(fixture.onlyCase(payment), "REVERSE", "Hoàn trả");
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  void lateMoneyMayOnlyBeGivenBackWhileTheDossierIsInAnotherPayment() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var other = fixture.startAnother();
    fixture.collected(payment, 120_000);

    var file = fixture.onlyCase(payment);
    assertThat(file.kind()).isEqualTo("collection-cannot-pay");
    assertThat(file.evidence().get("dossiers")).contains(other.id().text());
    fixture.decide(file, "REVERSE", "Đang trong giao dịch khác");
    refused("dossier-in-payment", fixture::startAnother);
    fixture.collected(other, 120_000);
    assertThat(fixture.status(other)).isEqualTo(PaymentStatus.PAID);
  }
}

class FateOfLateCollectionsOnH2Test extends FateOfLateCollections {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class FateOfLateCollectionsOnPostgresTest extends FateOfLateCollections {}
