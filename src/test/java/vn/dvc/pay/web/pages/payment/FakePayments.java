package vn.dvc.pay.web.pages.payment;

import static vn.dvc.pay.payment.PaymentStatus.CANCELLED;
import static vn.dvc.pay.payment.PaymentStatus.CREATED;
import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_APPROVAL;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_COLLECTION;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.ShortReference;
import vn.dvc.pay.web.pages.payment.FakeBanks.Opened;

/** Payments in memory, with the statuses of real ones, as payers start them and go on with them. */
class FakePayments extends PaymentsAtBank implements Payments {
  private final FakeBanks banks;

  /** What was entered, opened as the bank would. */
  final List<Opened> entered = new ArrayList<>();

  final Map<Method, Long> limits = new EnumMap<>(Method.class);
  RuntimeException fault;

  /** Whether payments by account wait for a second person. */
  boolean twoPersons;

  FakePayments(FakeDossiers dossiers, FakeBanks banks) {
    super(dossiers);
    this.banks = banks;
  }

  synchronized void clear() {
    all.clear();
    entered.clear();
    fault = null;
    twoPersons = false;
    limits.clear();
    limits.putAll(
        Map.of(
            Method.CARD, 100_000_000L,
            Method.ACCOUNT, 500_000_000L,
            Method.COUNTER, 1_000_000_000L));
  }

  synchronized List<PaymentId> started() {
    return List.copyOf(all.keySet());
  }

  /** Cards are for individuals; the test dictates the other methods and their limits. */
  @Override
  public synchronized Set<Method> methodsFor(Payer payer, Money amount) {
    var offered = EnumSet.noneOf(Method.class);
    limits.forEach(
        (method, most) -> {
          if (amount.dong() <= most
              && (method != Method.CARD || payer.kind() == Payer.Kind.INDIVIDUAL)) {
            offered.add(method);
          }
        });
    return offered;
  }

  @Override
  public Payment start(Payer payer, List<DossierCode> codes, Method method, String returnUrl) {
    return start(PaymentId.fresh(), payer, codes, method, returnUrl, null);
  }

  @Override
  public synchronized Payment start(
      PaymentId id,
      Payer payer,
      List<DossierCode> codes,
      Method method,
      String returnUrl,
      Person startedBy) {
    var taken = dossiers.take(codes, payer, id.text());
    var amount = taken.stream().map(Dossier::amount).reduce(Money::plus).orElseThrow();
    if (!methodsFor(payer, amount).contains(method)) {
      dossiers.release(id.text());
      throw Problem.invalid("method-not-offered");
    }
    var course = new Course(id, taken.get(0).content().payer(), method, amount, codes);
    all.put(id, course);
    course.now(CREATED);
    switch (method) {
      case CARD -> course.await(WAITING_FOR_CARD);
      case ACCOUNT -> {
        if (twoPersons) {
          course.approval = new Payment.Approval(startedBy, course.until(), null, null, null);
        }
        course.now(twoPersons ? WAITING_FOR_APPROVAL : PROCESSING);
      }
      case COUNTER -> course.now(WAITING_FOR_COLLECTION);
    }
    return course.payment();
  }

  @Override
  public synchronized Optional<Payment> find(PaymentId id) {
    if (fault != null) {
      throw fault;
    }
    return Optional.ofNullable(all.get(id)).map(Course::payment);
  }

  @Override
  public Map<PaymentId, Payer> payersOf(Collection<PaymentId> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Payment> withReference(ShortReference reference) {
    return List.of();
  }

  @Override
  public synchronized List<Payment> ofPayer(String payerId, int page) {
    return all.values().stream()
        .map(Course::payment)
        .filter(payment -> payment.payer().id().equals(payerId))
        .skip(50L * page)
        .limit(50)
        .toList();
  }

  @Override
  public synchronized List<Payment> withMoneyLookedAt(String payerId) {
    return ofPayer(payerId, 0).stream().filter(Payment::isMoneyLookedAt).toList();
  }

  @Override
  public List<Payment> paidBy(String payerId, Instant from, Instant until, int page) {
    return ofPayer(payerId, page).stream()
        .filter(payment -> payment.status().wasPaid())
        .filter(payment -> !payment.createdAt().isBefore(from))
        .filter(payment -> payment.createdAt().isBefore(until))
        .toList();
  }

  @Override
  public synchronized Payment enterCard(
      PaymentId id, String bank, String sealedCard, String termsVersion) {
    var course = at(id, WAITING_FOR_CARD, "not-awaiting-card");
    if (!"2026-01".equals(termsVersion)) {
      throw Problem.invalid("terms-not-accepted");
    }
    entered.add(banks.open(sealedCard));
    course.bank = bank;
    return course.now(PROCESSING);
  }

  /** From now on the payer has entered too many OTPs. */
  synchronized void takesNoOtpUntil(Instant time, PaymentId id) {
    all.get(id).nextOtp = time;
  }

  @Override
  public synchronized Payment enterOtp(PaymentId id, String sealedOtp) {
    var course = at(id, WAITING_FOR_OTP, "otp-not-awaited");
    if (course.nextOtp.isAfter(Instant.now())) {
      throw new Problem(429, "too-many-tries")
          .with("retryAfter", 300)
          .with("retryAt", course.nextOtp.toString());
    }
    if (course.otp.expiresAt().isBefore(Instant.now())) {
      throw Problem.conflict("otp-expired");
    }
    entered.add(banks.open(sealedOtp));
    return course.now(PROCESSING);
  }

  @Override
  public synchronized Payment resendOtp(PaymentId id) {
    var course = at(id, WAITING_FOR_OTP, "otp-not-awaited");
    if (course.otp.resendAt().isAfter(Instant.now())) {
      throw Problem.conflict("resend-too-early");
    }
    var left = course.otp.resendsLeft() - 1;
    bankSendsOtp(id);
    var otp = course.otp;
    course.otp = new Payment.Otp(otp.sentTo(), otp.expiresAt(), 3, left, otp.resendAt());
    return course.payment();
  }

  @Override
  public Payment cancel(PaymentId id, Person by) {
    return cancel(id);
  }

  @Override
  public synchronized Payment cancel(PaymentId id) {
    var course = all.get(id);
    if (course.status == PROCESSING) {
      throw Problem.conflict("already-processing");
    }
    end(id, CANCELLED, "cancelled-by-payer");
    return course.payment();
  }

  @Override
  public synchronized List<Payment> waitingForApproval(String payerId) {
    return ofPayer(payerId, 0).stream()
        .filter(payment -> payment.status() == WAITING_FOR_APPROVAL)
        .toList();
  }

  @Override
  public synchronized Payment approve(PaymentId id, Person checker) {
    checked(id, checker, null);
    return all.get(id).now(PROCESSING);
  }

  @Override
  public synchronized Payment refuse(PaymentId id, Person checker, String reason) {
    checked(id, checker, reason);
    end(id, CANCELLED, "refused-by-checker");
    return all.get(id).payment();
  }

  private void checked(PaymentId id, Person checker, String refusedBecause) {
    var course = at(id, WAITING_FOR_APPROVAL, "approval-not-awaited");
    var asked = course.approval;
    if (checker.is(asked.maker())) {
      throw Problem.conflict("approval-of-own-payment");
    }
    course.approval =
        new Payment.Approval(asked.maker(), asked.until(), checker, Instant.now(), refusedBecause);
  }

  private Course at(PaymentId id, PaymentStatus status, String otherwise) {
    var course = all.get(id);
    if (course.status != status) {
      throw Problem.conflict(course.status == PROCESSING ? "already-processing" : otherwise);
    }
    return course;
  }
}
