package vn.dvc.pay.registration.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/**
 * Stores registrations. Lock a registration before changing it, so that two changes never run at
 * once.
 */
@Component
public class RegistrationRepository {
  private final RegistrationJpaRepository registrations;

  RegistrationRepository(RegistrationJpaRepository registrations) {
    this.registrations = registrations;
  }

  /**
   * Adds a new registration, in the caller's transaction.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if the payer already has an
   *     open one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegistrationEntity add(RegistrationEntity registration) {
    return registrations.saveAndFlush(registration);
  }

  /** Flushes a change, because a later statement depends on it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeNow() {
    registrations.flush();
  }

  /**
   * The registration, locked until the caller's transaction ends.
   *
   * @throws Problem registration-not-found (404)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegistrationEntity lock(RegistrationId id) {
    return registrations
        .lock(id.text())
        .orElseThrow(() -> Problem.notFound("registration-not-found"));
  }

  /** The registration's present state, for reading in the caller's transaction. */
  public Optional<RegistrationEntity> find(RegistrationId id) {
    return registrations.findById(id.text());
  }

  /** The same, of a registration that must exist. */
  public RegistrationEntity require(RegistrationId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No registration " + id));
  }

  public List<RegistrationEntity> ofPayer(String payerId) {
    return registrations.ofPayer(payerId, Limit.of(50));
  }

  /** All registrations with this reference: hardly ever more than one. */
  public List<RegistrationEntity> withReference(ShortReference reference) {
    return registrations.between(reference.firstId('R'), reference.endOfIds('R'));
  }

  /** The payer's registration that is neither in force nor ended. */
  public Optional<RegistrationEntity> openOf(String payerId) {
    return registrations.findByOpenKey(payerId);
  }

  /** The payer's registration that has a mandate at the bank. */
  public Optional<RegistrationEntity> inForceOf(String payerId) {
    return registrations.findByForceKey(payerId);
  }

  /**
   * The registrations with this mandate reference at this bank. References are unique only per
   * bank, and a bank may reuse one after its mandate has ended.
   */
  public List<RegistrationId> ofMandate(String bank, String reference) {
    return registrations.ofMandate(bank, reference).stream().map(RegistrationId::of).toList();
  }

  /** Whether a mandate is being activated at this bank whose reference we do not know yet. */
  public boolean isActivatingAt(String bank) {
    return registrations.countActivating(bank) > 0;
  }
}
