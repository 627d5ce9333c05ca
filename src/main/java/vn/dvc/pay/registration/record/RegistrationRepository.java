package vn.dvc.pay.registration.record;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Where registrations are kept. Who changes one locks it first, so that two never decide at once.
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
   * @throws org.springframework.dao.DataIntegrityViolationException when the payer has an open one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegistrationEntity add(RegistrationEntity registration) {
    return registrations.saveAndFlush(registration);
  }

  /** Writes a change now: what is written after it may rest on it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeNow() {
    registrations.flush();
  }

  /**
   * The registration, its row locked until the caller's transaction ends.
   *
   * @throws Problem registration-not-found (404)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegistrationEntity lock(RegistrationId id) {
    return registrations
        .lock(id.text())
        .orElseThrow(() -> Problem.notFound("registration-not-found"));
  }

  /** The registration as it stands, for reading in the caller's transaction. */
  public Optional<RegistrationEntity> find(RegistrationId id) {
    return registrations.findById(id.text());
  }

  public List<RegistrationEntity> ofPayer(String payerId) {
    return registrations.ofPayer(payerId, Limit.of(50));
  }

  /** The payer's registration that has come neither into force nor to an end. */
  public Optional<RegistrationEntity> openOf(String payerId) {
    return registrations.findByOpenKey(payerId);
  }

  /** The payer's registration by which the bank holds a mandate. */
  public Optional<RegistrationEntity> inForceOf(String payerId) {
    return registrations.findByForceKey(payerId);
  }

  /**
   * The registrations whose mandate this bank calls so: of another bank it may be another mandate,
   * and a bank may give a name again after its mandate ended.
   */
  public List<RegistrationId> ofMandate(String bank, String reference) {
    return registrations.ofMandate(bank, reference).stream().map(RegistrationId::of).toList();
  }

  /** Whether a mandate is being made at this bank, whose name of it we do not know yet. */
  public boolean isActivatingAt(String bank) {
    return registrations.countActivating(bank) > 0;
  }
}
