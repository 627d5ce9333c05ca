package vn.dvc.pay.payment.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.account.AccountApprovals;
import vn.dvc.pay.payment.card.CardMethod;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.ShortReference;

/** Starts payments and delegates to the chosen payment method. */
@Service
class PaymentService implements Payments {
  private final PaymentRepository payments;
  private final Dossiers dossiers;
  private final PaymentPolicy policy;
  private final PaymentSnapshots snapshots;
  private final CardMethod card;
  private final Map<Method, PaymentMethod> methods;
  private final AccountApprovals approvals;
  private final IncomingMoney incoming;
  private final DatabaseTime time;

  PaymentService(
      PaymentRepository payments,
      Dossiers dossiers,
      PaymentPolicy policy,
      PaymentSnapshots snapshots,
      CardMethod card,
      List<PaymentMethod> methods,
      AccountApprovals approvals,
      IncomingMoney incoming,
      DatabaseTime time) {
    this.payments = payments;
    this.dossiers = dossiers;
    this.policy = policy;
    this.snapshots = snapshots;
    this.card = card;
    this.methods = methods.stream().collect(Collectors.toMap(PaymentMethod::method, each -> each));
    this.approvals = approvals;
    this.incoming = incoming;
    this.time = time;
  }

  @Override
  @Transactional
  public Payment start(Payer stated, List<DossierCode> codes, Method method, String returnUrl) {
    return start(PaymentId.fresh(), stated, codes, method, returnUrl, null);
  }

  @Override
  @Transactional
  public Payment start(
      PaymentId id,
      Payer stated,
      List<DossierCode> codes,
      Method method,
      String returnUrl,
      @Nullable Person startedBy) {
    if (codes.isEmpty()) {
      throw Problem.invalid("no-dossiers");
    }
    if (codes.size() > MAX_DOSSIERS) {
      throw Problem.invalid("too-many-dossiers").with("most", MAX_DOSSIERS);
    }
    var taken = dossiers.take(codes, stated, id.text());
    var payer = payerOf(taken, stated);
    var amount = Money.total(taken.stream().map(Dossier::amount));
    var rules = policy.rule(payer, method, amount);
    var lines = taken.stream().flatMap(d -> d.content().fees().stream().map(f -> line(d, f)));
    var now = time.now();
    var payment =
        new PaymentEntity(
            id,
            payer,
            method,
            lines.toList(),
            rules.source(),
            now,
            now.plus(rules.window()),
            returnUrl);
    var kept = payments.add(payment);
    methods.get(method).start(kept, rules, startedBy);
    return snapshots.of(kept);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Payment> find(PaymentId id) {
    return payments.find(id).map(snapshots::of);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<PaymentId, Payer> payersOf(Collection<PaymentId> ids) {
    return payments.payersOf(ids);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> withReference(ShortReference reference) {
    return payments.withReference(reference).stream().map(snapshots::of).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> ofPayer(String payerId, int page) {
    return payments.ofPayer(payerId, page).stream().map(snapshots::of).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> paidBy(String payerId, Instant from, Instant until, int page) {
    return payments.paidBy(payerId, from, until, page).stream().map(snapshots::of).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> withMoneyLookedAt(String payerId) {
    return incoming.lookedAt(payerId).stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  @Transactional
  public Payment enterCard(PaymentId id, String bank, String sealedCard, String termsVersion) {
    return changed(id, payment -> card.enterCard(payment, bank, sealedCard, termsVersion));
  }

  @Override
  @Transactional
  public Payment enterOtp(PaymentId id, String sealedOtp) {
    return changed(id, payment -> card.enterOtp(payment, sealedOtp));
  }

  @Override
  @Transactional
  public Payment resendOtp(PaymentId id) {
    return changed(id, card::resendOtp);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Payment> waitingForApproval(String payerId) {
    return payments.waitingForApproval(payerId).stream().map(snapshots::of).toList();
  }

  @Override
  @Transactional
  public Payment approve(PaymentId id, Person checker) {
    return changed(
        id,
        payment -> {
          approvals.approve(payment, checker);
          return payment;
        });
  }

  @Override
  @Transactional
  public Payment refuse(PaymentId id, Person checker, String reason) {
    return changed(
        id,
        payment -> {
          approvals.refuse(payment, checker, reason);
          return payment;
        });
  }

  @Override
  @Transactional
  public Payment cancel(PaymentId id, Person by) {
    return changed(
        id,
        payment -> {
          var waited = approvals.isAwaited(payment);
          cancelled(payment);
          if (waited) {
            approvals.withdrawn(payment, by);
          }
          return payment;
        });
  }

  @Override
  @Transactional
  public Payment cancel(PaymentId id) {
    return changed(id, this::cancelled);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Method> methodsFor(Payer payer, Money amount) {
    return policy.offered(payer, amount);
  }

  /** The payer as named in the dossiers: no other name may appear on our documents. */
  private static Payer payerOf(List<Dossier> dossiers, Payer stated) {
    for (var dossier : dossiers) {
      if (stated.name() != null && !dossier.content().payer().isCalled(stated.name())) {
        throw Problem.invalid("payer-differs")
            .with("field", "payer.name")
            .with("dossier", dossier.code().text());
      }
    }
    return dossiers.get(0).content().payer();
  }

  private PaymentEntity cancelled(PaymentEntity payment) {
    if (payment.stopRequested() == StopReason.CANCELLED_BY_PAYER) {
      return payment;
    }
    if (payment.status().isFinished()) {
      throw Problem.conflict("payment-finished").with("payment", payment.id().text());
    }
    if (payment.money().isMoving()) {
      throw Problem.conflict("already-processing").with("payment", payment.id().text());
    }
    payment.requestStop(StopReason.CANCELLED_BY_PAYER);
    methods.get(payment.method()).cancelRequested(payment);
    return payment;
  }

  private Payment changed(PaymentId id, UnaryOperator<PaymentEntity> change) {
    return snapshots.of(change.apply(payments.lock(id)));
  }

  private static PaymentLine line(Dossier dossier, Fee fee) {
    var to = fee.beneficiary();
    return new PaymentLine(
        dossier.code().text(), fee.code(), fee.amount().dong(), to.bank(), to.account(), to.name());
  }
}
