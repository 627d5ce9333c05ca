package vn.dvc.pay.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/**
 * Registrations of accounts, as the edges see them. Every change locks the registration, checks its
 * state and notifies the process in one transaction.
 */
public interface Registrations {

  /**
   * Starts a registration. Call it outside a transaction, because it first fetches the payer's
   * profile from the portal; all changes of our tables are in one transaction.
   *
   * @param payer the payer as named by the caller; every value must match the profile
   * @throws vn.dvc.pay.values.Problem profile-not-found, profile-differs, tax-code-invalid,
   *     account-number-invalid, account-holder-invalid, bank-unknown (422), registration-open (409,
   *     with the fact {@code registration}), portal-unavailable (503)
   */
  default Registration start(Payer payer, Application application) {
    return start(payer, application, begun -> {});
  }

  /**
   * As above.
   *
   * @param alongside runs at the end of the transaction that stores the registration, for what the
   *     caller must store with it; any exception rolls the registration back
   */
  Registration start(Payer payer, Application application, Consumer<Registration> alongside);

  Optional<Registration> find(RegistrationId id);

  /** The registrations with this reference: hardly ever more than one. */
  List<Registration> withReference(ShortReference reference);

  /** The payer's registrations, newest first, at most 50. */
  List<Registration> ofPayer(String payerId);

  /**
   * The printed form of the newest version, always the same bytes.
   *
   * @throws vn.dvc.pay.values.Problem form-not-ready (409), registration-not-found (404)
   */
  default Document form(RegistrationId id) {
    return form(id, DocumentLanguage.VIETNAMESE);
  }

  /** As above, or in English for reading; only the Vietnamese one is handed in. */
  Document form(RegistrationId id, DocumentLanguage language);

  /**
   * Confirms the payer's spelling of the holder's name although the bank's differs.
   *
   * @throws vn.dvc.pay.values.Problem name-not-in-question (409)
   */
  Registration confirmName(RegistrationId id);

  /**
   * Corrects a refused account or a returned registration, which creates the next version.
   *
   * @throws vn.dvc.pay.values.Problem resubmit-not-awaited (409), and the field errors of {@link
   *     #start}
   */
  Registration resubmit(RegistrationId id, Application corrected);

  /**
   * @throws vn.dvc.pay.values.Problem already-activating, registration-not-open (409)
   */
  Registration withdraw(RegistrationId id);

  /**
   * Suspends the registration: no payments by this account until it is resumed.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409)
   */
  Registration suspend(RegistrationId id);

  /**
   * @throws vn.dvc.pay.values.Problem registration-not-suspended (409)
   */
  Registration resume(RegistrationId id);

  /**
   * Ends the mandate at the bank. No payments are possible from the moment of the call.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409)
   */
  Registration terminate(RegistrationId id);

  /**
   * Starts a new registration that replaces this one once it is in force; until then this one is
   * used. Call it outside a transaction, like {@link #start}.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409), and those of {@link #start}
   */
  default Registration changeAccount(RegistrationId id, Application application) {
    return changeAccount(id, application, begun -> {});
  }

  /**
   * As above.
   *
   * @param alongside as for {@link #start(Payer, Application, Consumer)}
   */
  Registration changeAccount(
      RegistrationId id, Application application, Consumer<Registration> alongside);

  /** The mandate by which this payer can pay by account now, if any. */
  Optional<Mandate> mandateOf(String payerId);

  /** Whether this mandate may be used now; check again right before a debit. */
  boolean isInForce(RegistrationId id);
}
