package vn.dvc.pay.dossier.record;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Problem;

/** Holds dossiers for whoever changes them, and says why one may not be changed. */
@Component
public class DossierLocks {
  private final DossierRepository dossiers;
  private final DossierReservationRepository reservations;

  DossierLocks(DossierRepository dossiers, DossierReservationRepository reservations) {
    this.dossiers = dossiers;
    this.reservations = reservations;
  }

  public Optional<DossierEntity> lock(String code) {
    return dossiers.lock(code);
  }

  public DossierEntity lockKnown(String code) {
    return lock(code).orElseThrow(() -> unknown(code));
  }

  /** Also said of somebody else's dossier, so that nobody learns that it exists. */
  public static Problem unknown(String code) {
    return Problem.notFound("dossier-not-found").with("dossier", code);
  }

  /** Neither paid nor cancelled nor in a payment. The rows are locked, so the answer stays true. */
  public void demandFree(List<DossierEntity> locked) {
    locked.forEach(DossierLocks::demandUnpaid);
    var live = reservations.of(locked.stream().map(DossierEntity::code).toList());
    if (!live.isEmpty()) {
      throw Problem.conflict("dossier-in-payment")
          .with("dossier", live.get(0).dossier())
          .with("payment", live.get(0).payment());
    }
  }

  private static void demandUnpaid(DossierEntity dossier) {
    if (!dossier.state().equals(DossierEntity.UNPAID)) {
      throw Problem.conflict(whyNot(dossier.state())).with("dossier", dossier.code());
    }
  }

  /** What was refunded is over: whoever is to pay after all gets a dossier of a new code. */
  private static String whyNot(String state) {
    return switch (state) {
      case DossierEntity.CANCELLED -> "dossier-cancelled";
      case DossierEntity.REFUNDED -> "dossier-refunded";
      default -> "dossier-paid";
    };
  }
}
