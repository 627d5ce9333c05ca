package vn.dvc.pay.payment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.collection.CollectionFixture.anotherDossier;
import static vn.dvc.pay.payment.collection.CollectionFixture.collectedAt;
import static vn.dvc.pay.payment.collection.CollectionFixture.onAccount;
import static vn.dvc.pay.payment.collection.CollectionFixture.owing;
import static vn.dvc.pay.payment.collection.CollectionFixture.refused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;

/**
 * What becomes of money whose text, account or day leaves its payment in doubt, on each supported
 * database.
 */
@OperatorsTest
abstract class FateOfDoubtfulCollections {
  @Autowired CollectionFixture fixture;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;
  @Autowired Cases cases;
  @Autowired DatabaseTime time;

  @Test
  void moneyInAnotherAccountIsACase() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message(payment.instruction().code(), 120_000);
    fixture.tell(onAccount(message, "999999999999"));

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-doubtful");
    assertThat(fixture.onlyCase(payment).evidence()).containsEntry("otherAccount", "999999999999");
  }

  @Test
  void moneyWithAnImpossibleDateIsACase() {
    for (var off : List.of(Duration.ofDays(27_000), Duration.ofSeconds(75), Duration.ofDays(-2))) {
      var payment = fixture.instructedFor(anotherDossier(), 120_000);
      var message = fixture.message(payment.instruction().code(), 120_000);
      fixture.tell(collectedAt(message, message.receivedAt().plus(off)));

      assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
      assertThat(fixture.onlyCase(payment).kind()).isEqualTo("collection-doubtful");
      assertThat(fixture.onlyCase(payment).evidence()).containsKey("oddDate");
    }
  }

  @Test
  void moneyDatedADayBeforeTheInstructionOrSlightlyAheadPays() {
    for (var off : List.of(Duration.ofSeconds(45), Duration.ofHours(-23))) {
      var payment = fixture.instructedFor(anotherDossier(), 120_000);
      var message = fixture.message(payment.instruction().code(), 120_000);
      fixture.tell(collectedAt(message, message.receivedAt().plus(off)));
      assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    }
  }

  @Test
  void unknownCodeOpensACaseAfterAMinute() {
    var text = "DVC00000000" + "0"; // well-formed, and issued only with a probability of 2^-40
    var message = fixture.message(text, 50_000);
    fixture.tell(message);
    assertThat(fixture.isHandled(message)).isFalse();
    assertThat(fixture.state(message)).isNull();

    time.travel(Duration.ofSeconds(61));
    fixture.tell(message);
    fixture.tell(message);
    assertThat(fixture.isHandled(message)).isTrue();
    assertThat(fixture.caseOf(message).kind()).isEqualTo("collection-unknown-code");
    assertThat(fixture.caseOf(message).evidence()).containsEntry("transferText", text);
  }

  @Test
  void unknownMoneyIsAcceptedForThePaymentThatTheReasonNames() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    refused(
        "collection-target-missing", () -> fixture.propose(file, "ACCEPT", "Ngân hàng xác nhận"));
    fixture.decide(file, "ACCEPT", "Ngân hàng xác nhận nộp cho " + payment.instruction().code());

    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.PAID);
    assertThat(fixture.state(message)).isEqualTo("ACCEPTED");
  }

  @Test
  void textThatNamesTwoPaymentsIsACase() {
    var one = fixture.instructed(120_000);
    var two =
        fixture.instructedFor(
            DossierCode.of(fixture.dossier().text().replace("261125", "261126")), 120_000);
    var message =
        fixture.message(one.instruction().code() + " va " + two.instruction().code(), 120_000);
    fixture.tell(message);

    assertThat(fixture.caseOf(message).evidence().get("proposal")).contains("nhiều mã");
    assertThat(fixture.status(one)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
    assertThat(fixture.status(two)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void unknownMoneyIsNotAcceptedForDossiersThatAnotherPaymentPays() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    fixture.propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    var other = fixture.startAnother();
    refused("collection-dossier-taken", () -> fixture.confirm(file));
    assertThat(fixture.status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(fixture.state(message)).isEqualTo("UNDECIDED");
    assertThat(cases.find(file.id()).orElseThrow().closed()).isNull();
    assertThat(fixture.status(other)).isEqualTo(PaymentStatus.WAITING_FOR_COLLECTION);
  }

  @Test
  void unknownMoneyIsNotAcceptedWhenTheFeesHaveChanged() {
    var payment = fixture.instructed(120_000);
    payments.cancel(payment.id());
    dossiers.put(fixture.dossier(), owing(110_000));
    var message = fixture.message("nop le phi", 120_000);
    fixture.tell(message);
    var file = fixture.caseOf(message);
    fixture.propose(file, "ACCEPT", "Nộp cho " + payment.instruction().code());
    refused("collection-dossier-changed", () -> fixture.confirm(file));
    assertThat(dossiers.find(fixture.dossier()).orElseThrow().status())
        .isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void unknownMoneyThatIsTooLittleIsNotAccepted() {
    var payment = fixture.instructed(120_000);
    var message = fixture.message("nop le phi", 119_000);
    fixture.tell(message);
    refused(
        "collection-too-little",
        () ->
            fixture.propose(
                fixture.caseOf(message), "ACCEPT", "Nộp cho " + payment.instruction().code()));
  }
}

class FateOfDoubtfulCollectionsOnH2Test extends FateOfDoubtfulCollections {}

@ContextConfiguration(initializers = Postgres.Fresh.class)
class FateOfDoubtfulCollectionsOnPostgresTest extends FateOfDoubtfulCollections {}
