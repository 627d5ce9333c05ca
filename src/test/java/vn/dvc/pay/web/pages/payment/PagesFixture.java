package vn.dvc.pay.web.pages.payment;

import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.testing.Fixture;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;

/** Payers with unpaid dossiers; nothing is started yet, and everybody can be reached. */
class PagesFixture implements Fixture {
  static final Payer AN = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  static final Payer AN_PHAT =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  static final Payer OTHER = new Payer(Payer.Kind.INDIVIDUAL, "049099999999", "Trần Thị B");

  private final FakeDossiers dossiers;
  private final FakePayments payments;
  private final FakeBanks banks;
  private final FakeProfiles profiles;
  private final FakeRegistrations registrations;
  private final FakeInquiries inquiries;
  private final FakeTwoPersonRule rule;
  private final FakeDrafts drafts;
  private final FakeMailings mailings;
  private final FewAttempts attempts;
  private DossierCode first;
  private DossierCode second;

  PagesFixture(
      FakeDossiers dossiers,
      FakePayments payments,
      FakeBanks banks,
      FakeProfiles profiles,
      FakeRegistrations registrations,
      FakeInquiries inquiries,
      FakeTwoPersonRule rule,
      FakeDrafts drafts,
      FakeMailings mailings,
      FewAttempts attempts) {
    this.dossiers = dossiers;
    this.payments = payments;
    this.banks = banks;
    this.profiles = profiles;
    this.registrations = registrations;
    this.inquiries = inquiries;
    this.rule = rule;
    this.drafts = drafts;
    this.mailings = mailings;
    this.attempts = attempts;
  }

  @Override
  public void beforeEachTest() {
    startAfresh();
  }

  void startAfresh() {
    payments.clear();
    dossiers.clear();
    registrations.clear();
    inquiries.clear();
    rule.clear();
    drafts.clear();
    mailings.clear();
    attempts.clear();
    banks.reachable = true;
    profiles.reachable = true;
    first = dossiers.unpaid("000.00.00.H47-261124-0001", AN, 1_000_000, 234_000);
    second = dossiers.unpaid("000.00.00.H47-261124-0002", AN, 50_000);
    dossiers.unpaid("000.00.00.H47-261124-0009", OTHER, 70_000);
  }

  /** One of the two unpaid dossiers of {@link #AN}. */
  DossierCode first() {
    return first;
  }

  /** The other one. */
  DossierCode second() {
    return second;
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
