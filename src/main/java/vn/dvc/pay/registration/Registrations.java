package vn.dvc.pay.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.RegistrationId;

/**
 * Registrations of accounts, as the edges see them. Every call that changes something locks the
 * registration, checks its state, and tells the process in the same transaction.
 */
public interface Registrations {

  /**
   * Starts a registration. Asks the portal for the payer's profile first, so it is called outside a
   * transaction; what changes our tables is one.
   *
   * @param payer as the caller names the payer; every value must be the profile's
   * @throws vn.dvc.pay.values.Problem profile-not-found, profile-differs, tax-code-invalid,
   *     account-number-invalid, account-holder-invalid, bank-unknown (422), registration-open (409,
   *     with the fact {@code registration}), portal-unavailable (503)
   */
  default Registration start(Payer payer, Application application) {
    return start(payer, application, begun -> {});
  }

  /**
   * The same.
   *
   * @param alongside what the caller keeps in the transaction that keeps the registration, at its
   *     end; whatever it throws undoes the registration
   */
  Registration start(Payer payer, Application application, Consumer<Registration> alongside);

  Optional<Registration> find(RegistrationId id);

  /** The payer's registrations, newest first, at most 50. */
  List<Registration> ofPayer(String payerId);

  /**
   * The printed form of the newest version, always the same bytes.
   *
   * @throws vn.dvc.pay.values.Problem form-not-ready (409), registration-not-found (404)
   */
  Document form(RegistrationId id);

  /**
   * The payer stands by his spelling of the holder's name though the bank's differs.
   *
   * @throws vn.dvc.pay.values.Problem name-not-in-question (409)
   */
  Registration confirmName(RegistrationId id);

  /**
   * Corrects a refused account or a returned registration: the next version.
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
   * No payments by this account until it is resumed.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409)
   */
  Registration suspend(RegistrationId id);

  /**
   * @throws vn.dvc.pay.values.Problem registration-not-suspended (409)
   */
  Registration resume(RegistrationId id);

  /**
   * Ends the mandate at the bank. No payments from the moment of the call.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409)
   */
  Registration terminate(RegistrationId id);

  /**
   * Starts a new registration that replaces this one once it is in force; until then this one pays.
   * Called outside a transaction, as {@link #start}.
   *
   * @throws vn.dvc.pay.values.Problem registration-not-active (409), and those of {@link #start}
   */
  default Registration changeAccount(RegistrationId id, Application application) {
    return changeAccount(id, application, begun -> {});
  }

  /**
   * The same.
   *
   * @param alongside as at {@link #start(Payer, Application, Consumer)}
   */
  Registration changeAccount(
      RegistrationId id, Application application, Consumer<Registration> alongside);

  /** The mandate by which this payer pays by account now, if there is one. */
  Optional<Mandate> mandateOf(String payerId);

  /** Whether this very mandate may be used now; read again right before money is asked for. */
  boolean isInForce(RegistrationId id);
}
