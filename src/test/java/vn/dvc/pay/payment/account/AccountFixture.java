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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.bank.channel.AnsweringBank.Asked;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/** The whole application with a registered payer and a scripted bank. */
@SpringBootTest(classes = PayApplication.class, properties = "dvc.sandbox-url=http://localhost:1")
@Import(AnsweringBank.class)
@ActiveProfiles("test")
public abstract class AccountFixture {
  protected static final Payer COMPANY =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  protected static final RegistrationId REGISTRATION = RegistrationId.fresh();
  private static final AtomicInteger SERIAL = new AtomicInteger(5000);

  @Autowired protected Payments payments;
  @Autowired protected Dossiers dossiers;
  @Autowired protected DatabaseTime time;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected AnsweringBank bank;
  @MockitoBean protected Registrations registrations;

  @BeforeEach
  protected void accountIsRegisteredAndTheBankApproves() {
    var account = new AccountNumber("970415", "113366668888");
    when(registrations.mandateOf(COMPANY.id()))
        .thenReturn(Optional.of(new Mandate(REGISTRATION, account, "UQ0001")));
    when(registrations.isInForce(any())).thenReturn(true);
    bank.answers(asked -> AnsweringBank.approved(TransactionState.DEBITED));
  }

  @AfterEach
  protected void timeIsAsItWas() {
    time.travel(Duration.ZERO);
  }

  /** Creates a dossier with these fees. */
  protected DossierCode owing(long... fees) {
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

  protected PaymentId pay(DossierCode... codes) {
    return payments.start(COMPANY, List.of(codes), Payments.Method.ACCOUNT, null).id();
  }

  protected Payment payment(PaymentId id) {
    return payments.find(id).orElseThrow();
  }

  protected void reaches(PaymentId id, PaymentStatus status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(payment(id).status()).isEqualTo(status));
  }

  protected static long sumOfLines(Asked debit) {
    return lines(debit).stream().mapToLong(line -> ((Number) line.get("amount")).longValue()).sum();
  }

  @SuppressWarnings("unchecked")
  protected static List<Map<String, Object>> lines(Asked debit) {
    return (List<Map<String, Object>>) debit.body().get("lines");
  }
}
