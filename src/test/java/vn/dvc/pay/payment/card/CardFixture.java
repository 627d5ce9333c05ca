package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.channel.ScriptedBank.Asked;
import vn.dvc.pay.cases.CaseDecided;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** A card payer, a bank that answers as scripted, and time that passes when the test says so. */
class CardFixture implements Fixture {
  static final BankAnswer NOT_SENT = new BankAnswer.NotSent("breaker-open");
  static final BankAnswer SILENCE = new BankAnswer.Unknown("read-timeout");
  private static final Payer PERSON =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private static final AtomicInteger SERIAL = new AtomicInteger(7000);
  private final Payments payments;
  private final Dossiers dossiers;
  private final DatabaseTime time;
  private final ScriptedBank bank;
  private final Banks banks;
  private final PaymentRepository records;
  private final Cases cases;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final ManagementService management;
  private final ExternalTaskService tasks;
  private Duration passed = Duration.ZERO;
  private PaymentId paying;
  private DossierCode dossier;

  CardFixture(
      Payments payments,
      Dossiers dossiers,
      DatabaseTime time,
      ScriptedBank bank,
      Banks banks,
      PaymentRepository records,
      Cases cases,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      ManagementService management,
      ExternalTaskService tasks) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.time = time;
    this.bank = bank;
    this.banks = banks;
    this.records = records;
    this.cases = cases;
    this.events = events;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.management = management;
    this.tasks = tasks;
  }

  /** The bank is well. */
  @Override
  public void beforeEachTest() {
    passed = Duration.ZERO;
    isWell();
  }

  @Override
  public void afterEachTest() {
    time.travel(Duration.ZERO);
  }

  void says(Function<Asked, BankAnswer> script) {
    bank.answers(script);
  }

  /** Scripts the answer to this operation; all others are answered as by a healthy bank. */
  void says(Operation operation, BankAnswer answer) {
    says(asked -> asked.operation() == operation ? answer : well(asked.operation()));
  }

  /** Scripts a bank that does not answer this operation, and finds this when it is asked for it. */
  void keepsSilent(Operation operation, TransactionState found) {
    says(
        asked -> {
          if (asked.operation() == Operation.INQUIRY) {
            return ScriptedBank.approved(found);
          }
          return asked.operation() == operation ? SILENCE : well(asked.operation());
        });
  }

  void isWell() {
    says(asked -> well(asked.operation()));
  }

  static BankAnswer well(Operation operation) {
    return switch (operation) {
      case AUTHORISE, RESEND ->
          new BankAnswer.Approved(
              TransactionState.PENDING_OTP,
              "FT0001",
              new BankAnswer.Card("4321", "tok-1"),
              new BankAnswer.OtpSent("******678", Duration.ofMinutes(3), 3),
              null,
              null);
      case OTP -> ScriptedBank.approved(TransactionState.AUTHORISED);
      case CAPTURE -> ScriptedBank.approved(TransactionState.CAPTURED);
      case VOID -> ScriptedBank.approved(TransactionState.VOIDED);
      case TOMBSTONE -> ScriptedBank.approved(TransactionState.TOMBSTONED);
      default -> SILENCE;
    };
  }

  PaymentId waitingForCard() {
    dossier = DossierCode.of("000.00.00.H47-261124-%04d".formatted(SERIAL.incrementAndGet()));
    var fee =
        new DossierContent.Fee(
            "LP01",
            "Phí",
            Money.dong(120_000),
            new DossierContent.Beneficiary("970415", "118000054321", "Sở Tư pháp"));
    dossiers.put(
        dossier,
        new DossierContent(
            "Cấp phép", "Sở Tư pháp", PERSON, LocalDate.of(2027, 12, 31), List.of(fee)));
    paying = payments.start(PERSON, List.of(dossier), Payments.Method.CARD, null).id();
    return paying;
  }

  void entersCard(PaymentId id) {
    var terms = banks.find("970415").orElseThrow().terms().version();
    payments.enterCard(id, "970415", "sealed", terms);
  }

  PaymentId waitingForOtp() {
    var id = waitingForCard();
    entersCard(id);
    reaches(id, PaymentStatus.WAITING_FOR_OTP);
    return id;
  }

  /** Entered without an answer, and found not to have arrived: the payer may enter it again. */
  PaymentId cardThatTheBankNeverSaw() {
    keepsSilent(Operation.AUTHORISE, TransactionState.NOT_FOUND);
    var id = waitingForCard();
    entersCard(id);
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    passes(Duration.ofSeconds(10));
    reaches(id, PaymentStatus.WAITING_FOR_CARD);
    return id;
  }

  PaymentId entersOtp() {
    var id = waitingForOtp();
    payments.enterOtp(id, "sealed");
    return id;
  }

  Payment payment(PaymentId id) {
    return payments.find(id).orElseThrow();
  }

  AttemptRef attempt(PaymentId id) {
    return records.attemptOf(id);
  }

  void reaches(PaymentId id, PaymentStatus status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(payment(id).status()).isEqualTo(status));
  }

  /** How often the bank received this operation for this payment since its answer was scripted. */
  long asked(Operation operation) {
    return asked().filter(asked -> asked.operation() == operation).count();
  }

  Asked last(Operation operation) {
    return asked()
        .filter(asked -> asked.operation() == operation)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Filters, because payments of other tests are still alive in the same application. */
  private Stream<Asked> asked() {
    var own =
        jdbc.sql(
                "select c.call_ref from bank_call c join attempt a on a.attempt_ref = c.attempt_ref"
                    + " where a.subject = ?")
            .param(paying.text())
            .query(UUID.class)
            .set();
    return bank.asked().stream().filter(asked -> own.contains(asked.call().id()));
  }

  /** Advances time in small steps and runs everything that falls due. */
  void passes(Duration further) {
    var end = passed.plus(further);
    while (passed.compareTo(end) < 0) {
      var step = further.compareTo(Duration.ofMinutes(15)) > 0 ? 300 : 10;
      passed = passed.plusSeconds(step);
      time.travel(passed);
      quiet();
    }
  }

  /** Waits until nothing is due and no call is under way. */
  void quiet() {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                tasks.createExternalTaskQuery().count() == 0
                    && management.createJobQuery().executable().count() == 0);
  }

  void decide(String kind, AttemptRef attempt, String decision) {
    var decided = new CaseDecided("a-case", kind, attempt.toString(), decision, "asked in person");
    transaction.executeWithoutResult(status -> events.publishEvent(decided));
  }

  List<Cases.Case> openCases(PaymentId id) {
    return cases.ofPayment(id.text()).stream().filter(each -> each.closed() == null).toList();
  }

  Dossier.Status dossierStatus() {
    return dossiers.find(dossier).orElseThrow().status();
  }
}
