package vn.dvc.pay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.dossier.SampleDossiers.CITIZEN;
import static vn.dvc.pay.dossier.SampleDossiers.COMPANY;
import static vn.dvc.pay.dossier.SampleDossiers.dossierOf;
import static vn.dvc.pay.dossier.SampleDossiers.fee;
import static vn.dvc.pay.dossier.SampleDossiers.freshCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.notification.delivery.DossierRoom;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

@SpringBootTest(classes = DossierRoom.class)
@ActiveProfiles("test")
class DossiersTest {
  private static final Instant NEW_YEAR_IN_HANOI = Instant.parse("2026-12-31T17:00:00Z");

  @Autowired Dossiers dossiers;
  @Autowired ReceiptChecks checks;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private final DossierCode code = freshCode();
  private final String payment = PaymentId.fresh().text();

  @Test
  void whatThePortalSentIsKept() {
    var content = dossierOf(CITIZEN, fee("LP01", 120_000), fee("LP02", 30_000));

    var put = dossiers.put(code, content);

    assertThat(put).isEqualTo(dossiers.find(code).orElseThrow());
    assertThat(put.content()).isEqualTo(content);
    assertThat(put.status()).isEqualTo(Dossier.Status.UNPAID);
    assertThat(put.amount().dong()).isEqualTo(150_000);
    assertThat(put.payment()).isNull();
    assertThat(put.receipt()).isNull();
  }

  @Test
  void anUnpaidDossierIsReplacedPayerAndAll() {
    dossiers.put(code, dossierOf(CITIZEN, fee("LP01", 1), fee("LP02", 2), fee("LP03", 3)));
    var corrected = dossierOf(COMPANY, fee("LP03", 3), fee("LP01", 5));

    dossiers.put(code, corrected);

    assertThat(dossiers.find(code).orElseThrow().content()).isEqualTo(corrected);
  }

  @Test
  void duringAPaymentOnlyTheSameContentIsAccepted() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);

    var same = dossiers.put(code, dossierOf(CITIZEN));

    assertThat(same.status()).isEqualTo(Dossier.Status.IN_PROGRESS);
    assertThat(same.payment()).isEqualTo(payment);
    refused(() -> dossiers.put(code, dossierOf(COMPANY)), 409, "dossier-in-payment", payment);
    refused(() -> dossiers.cancel(code), 409, "dossier-in-payment", payment);
  }

  /** The portal may write the same text in another spelling of Unicode (T8). */
  @Test
  void duringAPaymentTheSameContentInAnotherUnicodeFormIsAccepted() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);
    var decomposed =
        Normalizer.normalize(CITIZEN.name(), Normalizer.Form.NFD).replace(' ', '\u00a0');
    var apart = new Payer(CITIZEN.kind(), "049 012 345 678", decomposed);

    assertThat(dossiers.put(code, dossierOf(apart)).status()).isEqualTo(Dossier.Status.IN_PROGRESS);
  }

  /** Stored before texts had one spelling. */
  @Test
  void theSameContentIsAcceptedForADossierThatWasStoredDecomposed() {
    dossiers.put(code, dossierOf(CITIZEN));
    jdbc.sql("update dossier set payer_name = ? where code = ?")
        .params(Normalizer.normalize(CITIZEN.name(), Normalizer.Form.NFD), code.text())
        .update();
    take(CITIZEN, code);

    assertThat(dossiers.put(code, dossierOf(CITIZEN)).status())
        .isEqualTo(Dossier.Status.IN_PROGRESS);
  }

  @Test
  void aPaidDossierAcceptsOnlyTheSameContent() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);
    markPaid(NEW_YEAR_IN_HANOI);
    release();

    assertThat(dossiers.put(code, dossierOf(CITIZEN)).status()).isEqualTo(Dossier.Status.PAID);
    refused(() -> dossiers.put(code, dossierOf(COMPANY)), 409, "dossier-paid", null);
    refused(() -> dossiers.cancel(code), 409, "dossier-paid", null);
    refused(() -> take(CITIZEN, code), 409, "dossier-paid", null);
  }

  @Test
  void aCancelledDossierIsNeitherPaidNorReplaced() {
    dossiers.put(code, dossierOf(CITIZEN));

    assertThat(dossiers.cancel(code).status()).isEqualTo(Dossier.Status.CANCELLED);
    assertThat(dossiers.cancel(code).status()).isEqualTo(Dossier.Status.CANCELLED);

    refused(() -> take(CITIZEN, code), 409, "dossier-cancelled", null);
    refused(() -> dossiers.put(code, dossierOf(COMPANY)), 409, "dossier-cancelled", null);
  }

  @Test
  void anotherPayersDossierIsReportedAsUnknown() {
    dossiers.put(code, dossierOf(CITIZEN));

    refused(() -> take(COMPANY, code), 404, "dossier-not-found", null);
    refused(() -> take(CITIZEN, freshCode()), 404, "dossier-not-found", null);
    refused(() -> dossiers.cancel(freshCode()), 404, "dossier-not-found", null);
  }

  @Test
  void aDossierCannotOccurTwiceInOnePayment() {
    dossiers.put(code, dossierOf(CITIZEN));

    refused(() -> take(CITIZEN, code, code), 422, "dossier-twice", null);
    refused(() -> take(CITIZEN), 422, "no-dossiers", null);
  }

  @Test
  void aRefusedRequestReservesNoDossier() {
    var free = freshCode();
    dossiers.put(code, dossierOf(CITIZEN));
    dossiers.put(free, dossierOf(CITIZEN));
    take(CITIZEN, code);

    refused(() -> take(CITIZEN, free, code), 409, "dossier-in-payment", payment);

    assertThat(dossiers.find(free).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @Test
  void aReleasedDossierCanBeTakenAgain() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);

    release();

    assertThat(dossiers.find(code).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
    take(CITIZEN, code);
    assertThat(dossiers.find(code).orElseThrow().status()).isEqualTo(Dossier.Status.IN_PROGRESS);
  }

  @Test
  void lockingADossierAlreadyReadInTheTransactionSeesItsNewState() {
    dossiers.put(code, dossierOf(CITIZEN));

    transaction.executeWithoutResult(
        status -> {
          assertThat(dossiers.find(code).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
          jdbc.sql("update dossier set state = 'CANCELLED' where code = ?")
              .param(code.text())
              .update();
          refused(
              () -> dossiers.take(List.of(code), CITIZEN, payment), 409, "dossier-cancelled", null);
          status.setRollbackOnly();
        });
  }

  @Test
  void markingPaidTwiceGivesEachDossierTheSameReceipt() {
    var other = freshCode();
    dossiers.put(code, dossierOf(CITIZEN));
    dossiers.put(other, dossierOf(CITIZEN));
    take(CITIZEN, other, code);

    var given = markPaid(NEW_YEAR_IN_HANOI);

    assertThat(given).extracting(Dossiers.Receipt::dossier).containsExactly(code, other);
    assertThat(given).allSatisfy(receipt -> assertThat(receipt.number()).matches("BL-2027-\\d{7}"));
    assertThat(given).extracting(Dossiers.Receipt::number).doesNotHaveDuplicates();
    assertThat(markPaid(NEW_YEAR_IN_HANOI.plusSeconds(9))).isEqualTo(given);
    release();
    assertThat(markPaid(NEW_YEAR_IN_HANOI.plusSeconds(9))).isEqualTo(given);
    assertThat(dossiers.receipts(payment)).isEqualTo(given);
    assertThat(eventsOf(code)).hasSize(1);
    var paid = dossiers.find(code).orElseThrow();
    assertThat(paid.status()).isEqualTo(Dossier.Status.PAID);
    assertThat(paid.payment()).isEqualTo(payment);
    assertThat(paid.receipt()).isEqualTo(given.get(0).number());
  }

  @Test
  void noDossierEverHasTwoReceipts() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);
    markPaid(NEW_YEAR_IN_HANOI);

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into receipt (number, dossier, payment, issued_at, check_code) values (?,?,?,?,?)")
                    .params(
                        "BL-X",
                        code.text(),
                        "P-OTHER",
                        NEW_YEAR_IN_HANOI.atOffset(ZoneOffset.UTC),
                        "000000000000")
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void paperIsProvedByItsNumberAndCodeOnlyAndSaysWhenItsMoneyWentBack() {
    dossiers.put(code, dossierOf(CITIZEN, fee("LP01", 100_000), fee("LP02", 20_000)));
    take(CITIZEN, code);
    var number = markPaid(NEW_YEAR_IN_HANOI).get(0).number();
    release();
    var secret = checks.codeOf(number);

    assertThat(checks.check(number.toLowerCase(), " " + secret.toLowerCase() + "-"))
        .hasValue(
            new ReceiptChecks.Confirmed(
                number, code, Money.dong(120_000), NEW_YEAR_IN_HANOI, null));
    assertThat(checks.check(number, "AAAAAAAAAAAA")).isEmpty();
    assertThat(checks.check("BL-2026-9999999", secret)).isEmpty();

    var refunded = NEW_YEAR_IN_HANOI.plusSeconds(99);
    transaction.executeWithoutResult(
        status ->
            dossiers.markRefunded(
                payment, List.of(code), new Dossiers.Refunded("H1", "Nộp nhầm", refunded)));
    assertThat(checks.check(number, secret).orElseThrow().cancelledAt()).isEqualTo(refunded);
  }

  @Test
  void theEventForEachPaidDossierIsStoredInTheSameTransaction() throws Exception {
    dossiers.put(code, dossierOf(CITIZEN, fee("LP01", 100_000), fee("LP02", 20_000)));
    take(CITIZEN, code);

    var receipt = markPaid(NEW_YEAR_IN_HANOI).get(0).number();

    var event = new ObjectMapper().readTree(eventsOf(code).get(0));
    assertThat(event.fieldNames()).toIterable().containsExactly("event_id", "type", "at", "data");
    assertThat(event.get("type").asText()).isEqualTo("dossier.paid");
    assertThat(event.get("data"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"dossier":"%s","status":"PAID","statusText":"ĐÃ THANH TOÁN","payment":"%s",
                     "receipt":"%s","amount":120000,"at":"2026-12-31T17:00:00Z"}"""
                        .formatted(code, payment, receipt)));
  }

  @Test
  void withoutItsReservationNoDossierIsPaid() {
    dossiers.put(code, dossierOf(CITIZEN));
    take(CITIZEN, code);
    release();

    assertThatThrownBy(() -> markPaid(NEW_YEAR_IN_HANOI)).isInstanceOf(IllegalStateException.class);

    assertThat(dossiers.find(code).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
    assertThat(eventsOf(code)).isEmpty();
  }

  @Test
  void aListShowsThePayersDossiersNewestFirstByStatus() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "001099000001", "Trần Thị B");
    var older = freshCode();
    var newer = freshCode();
    var cancelled = freshCode();
    dossiers.put(older, dossierOf(payer));
    dossiers.put(newer, dossierOf(payer));
    dossiers.put(cancelled, dossierOf(payer));
    dossiers.cancel(cancelled);
    take(payer, newer);

    assertThat(listed(payer, null)).containsExactly(cancelled, newer, older);
    assertThat(listed(payer, Dossier.Status.UNPAID)).containsExactly(older);
    assertThat(listed(payer, Dossier.Status.IN_PROGRESS)).containsExactly(newer);
    assertThat(listed(payer, Dossier.Status.CANCELLED)).containsExactly(cancelled);
    assertThat(listed(payer, Dossier.Status.PAID)).isEmpty();
    assertThat(dossiers.list(null, Dossier.Status.IN_PROGRESS, 0))
        .extracting(Dossier::code)
        .contains(newer);
    assertThat(dossiers.list(payer.id(), null, 1)).isEmpty();
    refused(() -> dossiers.list(null, null, -1), 422, "page-invalid", null);
  }

  @Test
  void aSearchShowsWhatCanBePaidFirst() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "001099000003", "Trần Thị C");
    var oldest = freshCode();
    var taken = freshCode();
    var cancelled = freshCode();
    var newest = freshCode();
    for (var each : List.of(oldest, taken, cancelled, newest)) {
      dossiers.put(each, dossierOf(payer));
    }
    dossiers.cancel(cancelled);
    take(payer, taken);

    assertThat(searched(payer, null, "")).containsExactly(newest, oldest, taken, cancelled);
    assertThat(searched(payer, Dossier.Status.UNPAID, "")).containsExactly(newest, oldest);
    assertThat(dossiers.search(new DossierSearch(payer.id(), null, ""), 1).dossiers()).isEmpty();
    assertThat(dossiers.search(new DossierSearch(payer.id(), null, ""), 1).total()).isEqualTo(4);
    assertThat(dossiers.ofPayer(List.of(oldest, newest, code), payer.id()))
        .extracting(Dossier::code)
        .containsExactly(oldest, newest);
  }

  @Test
  void aSearchFindsWordsWithAndWithoutDiacritics() {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "001099000004", "Trần Thị D");
    var found = freshCode();
    dossiers.put(found, dossierOf(payer));

    for (var text : List.of("giay phep LAI", "Sở  giao", "lái", found.text(), "H47-26")) {
      assertThat(searched(payer, null, text)).as(text).containsExactly(found);
    }
    for (var text : List.of("xây dựng", "lái xây", "%", "_", "\\")) {
      assertThat(searched(payer, null, text)).as(text).isEmpty();
    }
  }

  private List<DossierCode> searched(Payer payer, Dossier.Status status, String text) {
    return dossiers.search(new DossierSearch(payer.id(), status, text), 0).dossiers().stream()
        .map(Dossier::code)
        .toList();
  }

  private List<DossierCode> listed(Payer payer, Dossier.Status status) {
    return dossiers.list(payer.id(), status, 0).stream().map(Dossier::code).toList();
  }

  private List<Dossier> take(Payer payer, DossierCode... codes) {
    return transaction.execute(status -> dossiers.take(List.of(codes), payer, payment));
  }

  private List<Dossiers.Receipt> markPaid(Instant at) {
    return transaction.execute(status -> dossiers.markPaid(payment, at));
  }

  private void release() {
    transaction.executeWithoutResult(status -> dossiers.release(payment));
  }

  private List<String> eventsOf(DossierCode dossier) {
    return jdbc.sql("select body from outbox where body like ?")
        .param("%" + dossier + "%")
        .query(String.class)
        .list();
  }

  private static void refused(ThrowingCallable call, int status, String code, String payment) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(status);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.facts().get("payment")).isEqualTo(payment);
            });
  }
}
