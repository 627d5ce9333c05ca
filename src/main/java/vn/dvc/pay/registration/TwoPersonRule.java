package vn.dvc.pay.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Person;

/**
 * Whether an organisation's payments by account wait for a second person. The rule belongs to the
 * organisation, so that another account does not end it. One person switches it on; two switch it
 * off.
 */
public interface TwoPersonRule {

  /** Whether a payment that this payer starts now needs two persons. */
  boolean appliesTo(Payer payer);

  Setting of(Payer payer);

  /**
   * Has no effect if it is on already.
   *
   * @throws vn.dvc.pay.values.Problem two-persons-for-organisations (409)
   */
  void switchOn(Payer payer, Person by);

  /**
   * Asks to switch it off, which another person must confirm.
   *
   * @throws vn.dvc.pay.values.Problem two-persons-not-on (409)
   */
  void askToSwitchOff(Payer payer, Person by);

  /**
   * Takes the request back, or refuses it.
   *
   * @throws vn.dvc.pay.values.Problem two-persons-off-not-asked (409)
   */
  void keep(Payer payer, Person by);

  /**
   * Switches it off, as another person asked. Payments that wait already go on waiting.
   *
   * @throws vn.dvc.pay.values.Problem two-persons-off-not-asked, two-persons-off-asked-by-you (409)
   */
  void switchOff(Payer payer, Person by);

  /**
   * @param since when it was switched on, null if it is off
   * @param offAskedBy who asked to switch it off, null if nobody did
   */
  record Setting(@Nullable Instant since, @Nullable Person offAskedBy) {
    public boolean isOn() {
      return since != null;
    }
  }
}
