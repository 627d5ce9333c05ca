package vn.dvc.pay.web.pages.others;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.engine.signin.SignInAttempts;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.text.IdentityNumber;

/**
 * Dossiers of other payers, for whoever knows the dossier's number and the payer's. A dossier that
 * does not exist and one that is another payer's are not told apart; whoever guesses too often is
 * told when to go on, and nothing else.
 */
@Component
class OthersDossiers {
  private static final int LONGEST_NUMBER = 20;

  private final Dossiers dossiers;
  private final SignInAttempts attempts;

  OthersDossiers(Dossiers dossiers, SignInAttempts attempts) {
    this.dossiers = dossiers;
    this.attempts = attempts;
  }

  /**
   * @throws vn.dvc.pay.values.Problem too-many-guesses (429)
   */
  Optional<Dossier> find(String typedCode, String typedNumber) {
    var code = code(typedCode);
    return attempts.tried(
        SignInAttempts.Door.DOSSIER,
        code.map(DossierCode::text).orElse("?"),
        () -> code.flatMap(dossiers::find).filter(dossier -> isOf(dossier, typedNumber)));
  }

  /** The same, whose payer's number has been checked in this request. */
  Optional<Dossier> again(String typedCode) {
    return code(typedCode).flatMap(dossiers::find);
  }

  private static boolean isOf(Dossier dossier, String number) {
    return number.length() <= LONGEST_NUMBER
        && dossier.content().payer().id().equals(IdentityNumber.normal(number));
  }

  private static Optional<DossierCode> code(String typed) {
    try {
      return Optional.of(DossierCode.of(typed.strip()));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }
}
