package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.channel.ScriptedBank.Asked;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/** A registered company that pays from its account, and a bank that answers as scripted. */
public class AccountFixture implements Fixture {
  public static final Payer COMPANY =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  public static final RegistrationId REGISTRATION = RegistrationId.fresh();
  private static final AtomicInteger SERIAL = new AtomicInteger(5000);
  private final Payments payments;
  private final Dossiers dossiers;
  private final DatabaseTime time;
  private final ScriptedBank bank;
  private final Registrations registrations;
  private final JdbcClient jdbc;

  AccountFixture(
      Payments payments,
      Dossiers dossiers,
      DatabaseTime time,
      ScriptedBank bank,
      Registrations registrations,
      JdbcClient jdbc) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.time = time;
    this.bank = bank;
    this.registrations = registrations;
    this.jdbc = jdbc;
  }

  /** The account is registered, and the bank approves. */
  @Override
  public void beforeEachTest() {
    var account = new AccountNumber("970415", "113366668888");
    when(registrations.mandateOf(COMPANY.id()))
        .thenReturn(Optional.of(new Mandate(REGISTRATION, account, "UQ0001")));
    when(registrations.isInForce(any())).thenReturn(true);
    bank.answers(asked -> ScriptedBank.approved(TransactionState.DEBITED));
  }

  @Override
  public void afterEachTest() {
    time.travel(Duration.ZERO);
  }

  /** Creates a dossier with these fees. */
  public DossierCode owing(long... fees) {
    var code = DossierCode.of("000.00.00.H47-261124-%04d".formatted(SERIAL.incrementAndGet()));
    var owed = new ArrayList<DossierContent.Fee>();
    for (var amount : fees) {
      var to = new DossierContent.Beneficiary("970415", "118000054321", "Sở Tư pháp");
      owed.add(
          new DossierContent.Fee("LP%02d".formatted(owed.size()), "Phí", Money.dong(amount), to));
    }
    dossiers.put(
        code,
        new DossierContent(
            "Cấp phép", "Sở Tư pháp", COMPANY, LocalDate.of(2027, 12, 31), List.copyOf(owed)));
    return code;
  }

  public PaymentId pay(DossierCode... codes) {
    return payments.start(COMPANY, List.of(codes), Payments.Method.ACCOUNT, null).id();
  }

  public Payment payment(PaymentId id) {
    return payments.find(id).orElseThrow();
  }

  public void reaches(PaymentId id, PaymentStatus status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(payment(id).status()).isEqualTo(status));
  }

  public void ends(PaymentId id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> payment(id).status().isFinished());
  }

  /** Waits until this many debits never left; the payment then waits for its next try. */
  public void triedInVain(PaymentId id, int times) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql(
                        "select count(*) from bank_call c join attempt a on a.attempt_ref ="
                            + " c.attempt_ref where a.subject = ? and c.answer is not null")
                    .param(id.text())
                    .query(Integer.class)
                    .single()
                    .equals(times));
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.PROCESSING);
  }

  public void isFreed(DossierCode dossier) {
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  /**
   * What the bank was asked about this payment and its reversals since its answers were scripted.
   */
  public List<Asked> asked(PaymentId id) {
    return asked(id.text());
  }

  /** Filters, because payments of other tests are still alive in the same application. */
  public List<Asked> asked(String subject) {
    var own =
        jdbc.sql(
                "select attempt_ref from attempt where subject = ? or subject in (select id from"
                    + " reversal where payment = ?)")
            .params(subject, subject)
            .query(UUID.class)
            .set();
    return bank.asked().stream().filter(asked -> own.contains(asked.attempt().id())).toList();
  }

  public static long sumOfLines(Asked debit) {
    return lines(debit).stream().mapToLong(line -> ((Number) line.get("amount")).longValue()).sum();
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> lines(Asked debit) {
    return (List<Map<String, Object>>) debit.body().get("lines");
  }
}
