package vn.dvc.pay.dossier.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** Locks dossiers before a change, and rejects changes that a dossier's state forbids. */
@Component
public class DossierLocks {
  private final DossierRepository dossiers;
  private final DossierReservationRepository reservations;
  private final DatabaseTime time;

  DossierLocks(
      DossierRepository dossiers, DossierReservationRepository reservations, DatabaseTime time) {
    this.dossiers = dossiers;
    this.reservations = reservations;
    this.time = time;
  }

  public Optional<DossierEntity> lock(String code) {
    var locked = dossiers.lock(code);
    locked.map(DossierEntity::readAt).ifPresent(time::note);
    return locked;
  }

  public DossierEntity lockKnown(String code) {
    return lock(code).orElseThrow(() -> unknown(code));
  }

  /** Also used for another payer's dossier, so that its existence is not disclosed. */
  public static Problem unknown(String code) {
    return Problem.notFound("dossier-not-found").with("dossier", code);
  }

  /**
   * Requires dossiers that are unpaid and not reserved. They must be locked by the caller, so that
   * the answer stays true.
   */
  public void requireFree(List<DossierEntity> locked) {
    locked.forEach(DossierLocks::requireUnpaid);
    var live = reservations.of(locked.stream().map(DossierEntity::code).toList());
    if (!live.isEmpty()) {
      throw Problem.conflict("dossier-in-payment")
          .with("dossier", live.get(0).dossier())
          .with("payment", live.get(0).payment());
    }
  }

  private static void requireUnpaid(DossierEntity dossier) {
    if (!dossier.state().equals(DossierEntity.UNPAID)) {
      throw Problem.conflict(problemFor(dossier.state())).with("dossier", dossier.code());
    }
  }

  /** A refunded dossier is never paid again: a new charge needs a dossier with a new code. */
  private static String problemFor(String state) {
    return switch (state) {
      case DossierEntity.CANCELLED -> "dossier-cancelled";
      case DossierEntity.REFUNDED -> "dossier-refunded";
      default -> "dossier-paid";
    };
  }
}
