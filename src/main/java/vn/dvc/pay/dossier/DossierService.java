package vn.dvc.pay.dossier;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.dvc.pay.dossier.record.DossierEntity;
import vn.dvc.pay.dossier.record.DossierFilter;
import vn.dvc.pay.dossier.record.DossierLocks;
import vn.dvc.pay.dossier.record.DossierRepository;
import vn.dvc.pay.dossier.record.DossierReservationRepository;
import vn.dvc.pay.dossier.record.DossierSearches;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** Stores the portal's dossiers. What a payment does to them is in {@link DossierPayments}. */
@Service
class DossierService implements Dossiers {
  private static final int PAGE = DossierSearch.PAGE;
  private static final int MAX_PAGES = 100_000;
  private static final Sort NEWEST_FIRST =
      Sort.by(Sort.Order.desc("createdAt"), Sort.Order.desc("code"));

  private final DossierRepository repository;
  private final DossierSearches searches;
  private final DossierReservationRepository reservations;
  private final DossierLocks locks;
  private final DossierPayments payments;
  private final EntityManager entityManager;
  private final TransactionOperations transactions;

  DossierService(
      DossierRepository repository,
      DossierSearches searches,
      DossierReservationRepository reservations,
      DossierLocks locks,
      DossierPayments payments,
      EntityManager entityManager,
      TransactionOperations transactions) {
    this.repository = repository;
    this.searches = searches;
    this.reservations = reservations;
    this.locks = locks;
    this.payments = payments;
    this.entityManager = entityManager;
    this.transactions = transactions;
  }

  @Override
  public Dossier put(DossierCode code, DossierContent content) {
    DossierRules.check(content);
    try {
      return transactions.execute(status -> createOrReplace(code, content));
    } catch (DataIntegrityViolationException createdMeanwhile) {
      return transactions.execute(status -> createOrReplace(code, content));
    }
  }

  private Dossier createOrReplace(DossierCode code, DossierContent content) {
    var stored = locks.lock(code.text());
    if (stored.isEmpty()) {
      var dossier = new DossierEntity(code, content);
      entityManager.persist(dossier);
      return dossier.dossier(null);
    }
    var dossier = stored.get();
    if (!dossier.content().equals(content)) {
      locks.requireFree(List.of(dossier));
      dossier.describe(content);
    }
    return snapshots(List.of(dossier)).get(0);
  }

  @Override
  @Transactional
  public Optional<Dossier> find(DossierCode code) {
    return repository.read(code.text()).map(dossier -> read(List.of(dossier)).get(0));
  }

  @Override
  @Transactional
  public List<Dossier> list(String payerId, Dossier.@Nullable Status status, int page) {
    if (page < 0 || page > MAX_PAGES) {
      throw Problem.invalid("page-invalid");
    }
    var asked = PageRequest.of(page, PAGE, NEWEST_FIRST);
    return read(
        repository.findBy(
            DossierFilter.of(payerId, status), query -> query.slice(asked).getContent()));
  }

  @Override
  @Transactional
  public DossierSearch.Found search(DossierSearch search, int page) {
    if (page < 0 || page > MAX_PAGES) {
      throw Problem.invalid("page-invalid");
    }
    var hits = searches.page(search, page);
    var dossiers = hits.stream().map(hit -> hit.dossier().dossier(hit.payment())).toList();
    hits.forEach(hit -> entityManager.detach(hit.dossier()));
    if (search.status() == null && page == 0 && hits.size() < DossierSearch.PAGE) {
      return new DossierSearch.Found(dossiers, hits.size(), payable(dossiers));
    }
    var counts = searches.count(search);
    return new DossierSearch.Found(dossiers, counts.total(), counts.payable());
  }

  private static long payable(List<Dossier> dossiers) {
    return dossiers.stream().filter(it -> it.status() == Dossier.Status.UNPAID).count();
  }

  @Override
  @Transactional
  public List<Dossier> ofPayer(List<DossierCode> codes, String payerId) {
    if (codes.isEmpty()) {
      return List.of();
    }
    var texts = codes.stream().map(DossierCode::text).toList();
    return read(repository.readAll(texts, payerId)).stream()
        .sorted(Comparator.comparing(dossier -> codes.indexOf(dossier.code())))
        .toList();
  }

  /** Detaches the entities, so that a later lock in the same transaction reads fresh state. */
  private List<Dossier> read(List<DossierEntity> found) {
    var dossiers = snapshots(found);
    found.forEach(entityManager::detach);
    return dossiers;
  }

  private List<Dossier> snapshots(List<DossierEntity> found) {
    var payments =
        reservations.of(found.stream().map(DossierEntity::code).toList()).stream()
            .collect(
                Collectors.toMap(
                    DossierReservationRepository.Live::dossier,
                    DossierReservationRepository.Live::payment));
    return found.stream().map(dossier -> dossier.dossier(payments.get(dossier.code()))).toList();
  }

  @Override
  @Transactional
  public Dossier cancel(DossierCode code) {
    var dossier = locks.lockKnown(code.text());
    if (!dossier.state().equals(DossierEntity.CANCELLED)) {
      locks.requireFree(List.of(dossier));
      dossier.cancel();
    }
    return dossier.dossier(null);
  }

  @Override
  public List<Dossier> take(List<DossierCode> codes, Payer payer, String payment) {
    return payments.take(codes, payer, payment);
  }

  @Override
  public boolean takeIfFree(List<DossierCode> codes, Payer payer, String payment) {
    return payments.takeIfFree(codes, payer, payment);
  }

  @Override
  public void release(String payment) {
    payments.release(payment);
  }

  @Override
  public List<Receipt> markPaid(String payment, Instant at) {
    return payments.markPaid(payment, at);
  }

  @Override
  public void markRefunded(String payment, List<DossierCode> dossiers, Refunded how) {
    payments.markRefunded(payment, dossiers, how);
  }

  @Override
  public List<Receipt> receipts(String payment) {
    return payments.receipts(payment);
  }
}
