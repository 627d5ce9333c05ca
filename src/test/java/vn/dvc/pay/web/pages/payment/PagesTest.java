package vn.dvc.pay.web.pages.payment;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** Tests of the pages, on top of payments and registrations that they control. */
@SpringBootTest(
    classes = PagesFixture.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.sql.init.schema-locations=classpath:db/migration/V15__web.sql")
@ActiveProfiles("test")
abstract class PagesTest {
  static final Payer AN = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  static final Payer AN_PHAT =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  static final Payer OTHER = new Payer(Payer.Kind.INDIVIDUAL, "049099999999", "Trần Thị B");

  @Autowired FakeDossiers dossiers;
  @Autowired FakePayments payments;
  @Autowired FakeBanks banks;
  @Autowired FakeProfiles profiles;
  @Autowired FakeRegistrations registrations;
  @Autowired FakeInquiries inquiries;

  DossierCode first;
  DossierCode second;

  @BeforeEach
  void twoUnpaidDossiers() {
    payments.clear();
    dossiers.clear();
    registrations.clear();
    inquiries.clear();
    banks.reachable = true;
    profiles.reachable = true;
    first = dossiers.unpaid("000.00.00.H47-261124-0001", AN, 1_000_000, 234_000);
    second = dossiers.unpaid("000.00.00.H47-261124-0002", AN, 50_000);
    dossiers.unpaid("000.00.00.H47-261124-0009", OTHER, 70_000);
  }

  static Application application(String holder) {
    return new Application(
        new AccountNumber("970415", "113366668888"),
        holder,
        "Chi nhánh Hội An",
        new Application.Contact("nguyenvana@example.vn", "0905123456"),
        null);
  }

  Registration registered(Payer payer) {
    return registrations.start(payer, application(payer.name()));
  }
}
