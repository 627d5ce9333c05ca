package vn.dvc.pay.web.pages.payment;

import static vn.dvc.pay.web.pages.payment.FakeReceiptChecks.CODE;
import static vn.dvc.pay.web.pages.payment.FakeReceiptChecks.NUMBER;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN;
import static vn.dvc.pay.web.pages.payment.PagesFixture.AN_PHAT;
import static vn.dvc.pay.web.pages.payment.PagesFixture.OTHER;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.dvc.pay.engine.signin.SignInAttempts.Door;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;

/** Every state in which a payer can see our pages, each with the templates that it shows. */
enum PayerState {
  LOGIN(at -> at.page.navigate("/login?error"), "login"),
  SIGNED_OUT(at -> at.page.navigate("/signed-out"), "signed-out"),
  CHECK(at -> at.page.navigate("/check"), "check"),
  CHECK_UNKNOWN(at -> at.page.navigate("/check?number=BL-2026-0000008&code=A"), "check"),
  CHECK_TOO_OFTEN(
      at -> {
        at.attempts.useUp(Door.PAPER, NUMBER);
        at.page.navigate("/check?number=" + NUMBER + "&code=" + CODE);
      },
      "check"),
  CHECK_VALID(at -> at.page.navigate("/check?number=" + NUMBER + "&code=" + CODE), "check"),
  DOSSIERS(at -> at.page.navigate("/dossiers"), "dossiers"),
  CHOICE(at -> at.page.navigate(at.choice()), "choice"),
  CONFIRM_DEBIT(
      at -> {
        at.registered(RegistrationStatus.REGISTERED);
        at.page.navigate(at.choice());
        at.page.check("#ACCOUNT");
        at.send();
      },
      "confirm-debit"),
  BANKS(at -> at.open(at.start(Method.CARD)), "payment", "payment/banks", "payment/summary"),
  CARD(at -> at.card(true), "payment/card"),
  CARD_ERRORS(
      at -> {
        at.card(true);
        at.send();
      },
      "payment/card"),
  UNREACHABLE(at -> at.card(false), "payment/unreachable"),
  OTP(
      at -> {
        var id = at.start(Method.CARD);
        at.payments.bankSendsOtp(id);
        at.open(id);
      },
      "payment/otp"),
  OTP_TOO_OFTEN(
      at -> {
        var id = at.start(Method.CARD);
        at.payments.bankSendsOtp(id);
        at.payments.takesNoOtpUntil(Instant.parse("2100-01-01T05:04:30Z"), id);
        at.open(id);
        at.page.fill("#otp", "123456");
        at.send();
      },
      "payment/otp"),
  PROCESSING(at -> at.standing(Method.CARD, PaymentStatus.PROCESSING, null), "payment/waiting"),
  BEING_CHECKED(
      at -> at.standing(Method.CARD, PaymentStatus.BEING_CHECKED, null), "payment/waiting"),
  INSTRUCTION(at -> at.open(at.start(Method.COUNTER)), "payment/instruction"),
  CANCEL(
      at -> at.page.navigate("/payments/" + at.start(Method.COUNTER) + "/cancel"),
      "payment/cancel"),
  MONEY(
      at -> {
        var id = at.start(Method.COUNTER);
        at.payments.moneyCameIn(id, 5_000, IncomingMoney.State.LOOKED_AT, 0);
        at.open(id);
      },
      "payment/money",
      "payment/received"),
  PAID(
      at -> {
        var id = at.start(Method.CARD);
        at.payments.bankPays(id);
        at.open(id);
      },
      "payment/result"),
  REFUNDED(
      at -> {
        var id = at.start(Method.CARD);
        at.payments.bankPays(id);
        at.payments.refund(id, Refund.Status.REFUNDED);
        at.open(id);
      },
      "payment/result"),
  DECLINED(
      at -> at.standing(Method.CARD, PaymentStatus.DECLINED, "insufficient-funds"),
      "payment/result"),
  EXPIRED(
      at -> at.standing(Method.COUNTER, PaymentStatus.EXPIRED, "window-ended"), "payment/result"),
  PROGRESS(
      at -> {
        at.processes.here = List.of("awaitCard");
        at.page.navigate("/payments/" + at.start(Method.CARD) + "/progress");
        at.page.waitForSelector(".drawing .here");
      },
      "payment-progress"),
  PAYMENTS(
      at -> {
        at.payments.bankPays(at.start(Method.CARD));
        at.page.navigate("/payments");
      },
      "payments"),
  REGISTRATIONS(
      at -> {
        at.registered(RegistrationStatus.AWAITING_FORM);
        at.page.navigate("/registrations");
      },
      "registrations"),
  REGISTRATION_FORM(at -> at.page.navigate("/registrations/new"), "registration-form"),
  REGISTRATION(
      at -> at.page.navigate("/registrations/" + at.registered(RegistrationStatus.AWAITING_FORM)),
      "registration",
      "registration/state",
      "registration/summary"),
  REGISTRATION_CONFIRM(
      at ->
          at.page.navigate(
              "/registrations/" + at.registered(RegistrationStatus.REGISTERED) + "/suspend"),
      "registration/confirm"),
  NOTICES(
      at -> {
        at.mailings.some();
        at.page.navigate("/notices");
      },
      "notices"),
  NOTICES_STOP(at -> at.page.navigate("/notices/stop/" + "0".repeat(32)), "notices-stop"),
  NOT_FOUND(at -> at.page.navigate("/payments/P1"), "error/404"),
  OTHERS(at -> at.page.navigate("/others"), "others"),
  OTHERS_UNKNOWN(at -> at.others("049000000000"), "others"),
  OTHERS_TOO_OFTEN(
      at -> {
        at.attempts.useUp(Door.DOSSIER, At.OTHERS_CODE);
        at.others(OTHER.id());
      },
      "others"),
  OTHERS_FOUND(at -> at.others(OTHER.id()), "others"),
  OTHERS_QR(
      at -> {
        at.others(OTHER.id());
        at.page.click("main .stack button");
        at.page.waitForSelector(".qr svg");
      },
      "others"),
  APPROVAL_WAITS(at -> at.open(at.made("nguyen-van-a")), "payment/approval"),
  APPROVAL(
      at -> {
        at.open(at.made("ke-toan"));
        at.page.click(".refusal summary");
      },
      "payment/approval"),
  /** The last one, because it signs in for an organisation. */
  TWO_PERSONS(
      at -> {
        at.rule.switchOn(AN_PHAT, at.maker());
        at.rule.askToSwitchOff(AN_PHAT, at.maker());
        at.page.navigate("about:blank"); // or the page before leads to the sign-in by itself
        at.page.context().clearCookies(new ClearCookiesOptions().setName("DVCSESSION"));
        at.page.navigate("/registrations/" + at.fixture.registered(AN_PHAT).id());
        PayerBrowser.fillLogin(at.page, "giam-doc-an-phat");
      },
      "registration/two-persons");

  /** Shown only when something is broken, and each as plain as the page of what is not found. */
  static final Set<String> ERRORS = Set.of("error/403", "error/4xx", "error/503", "error/5xx");

  private final Way way;
  final Set<String> templates;

  PayerState(Way way, String... templates) {
    this.way = way;
    this.templates = Set.of(templates);
  }

  void open(At at) {
    at.fixture.startAfresh();
    at.processes.here = List.of();
    way.go(at);
  }

  private interface Way {
    void go(At at);
  }

  /** A signed-in payer, and the fakes behind the pages. */
  record At(
      Page page,
      PagesFixture fixture,
      FakePayments payments,
      FakeRegistrations registrations,
      FakeBanks banks,
      FakeProcesses processes,
      FakeTwoPersonRule rule,
      FakeMailings mailings,
      FewAttempts attempts) {
    private static final String OTHERS_CODE = "000.00.00.H47-261124-0009";

    String choice() {
      return "/payments/new?dossier=" + fixture.first();
    }

    PaymentId start(Method method) {
      return payments.start(AN, List.of(fixture.first()), method, null).id();
    }

    /** Asks for a dossier of somebody else. */
    void others(String number) {
      page.navigate("/others");
      page.fill("#code", OTHERS_CODE);
      page.fill("#number", number);
      page.click("main .stack button");
      page.waitForSelector(
          "main:not(:has(#number)) ~ footer, main:has(.warning, .notice) ~ footer");
    }

    Person maker() {
      return new Person("ke-toan-an-phat", "Lê Thị Kế Toán");
    }

    /** Waits for a second person. */
    PaymentId made(String maker) {
      payments.twoPersons = true;
      var by = new Person(maker, "Lê Thị Kế Toán");
      return payments
          .start(PaymentId.fresh(), AN, List.of(fixture.first()), Method.ACCOUNT, null, by)
          .id();
    }

    void open(PaymentId id) {
      page.navigate("/payments/" + id);
    }

    void standing(Method method, PaymentStatus status, String reason) {
      var id = start(method);
      payments.stand(id, status, reason);
      open(id);
    }

    void card(boolean reachable) {
      banks.reachable = reachable;
      page.navigate("/payments/" + start(Method.CARD) + "?bank=970415");
    }

    String registered(RegistrationStatus status) {
      var id = fixture.registered(AN).id();
      registrations.stand(id, status);
      return id.text();
    }

    void send() {
      page.click(".step .stack button[type=submit]");
    }
  }
}
