package vn.dvc.pay.registration.record;

import static vn.dvc.pay.registration.RegistrationStatus.ACCOUNT_REFUSED;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.AWAITING_FORM;
import static vn.dvc.pay.registration.RegistrationStatus.CHECKING_ACCOUNT;
import static vn.dvc.pay.registration.RegistrationStatus.EXPIRED;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.REJECTED;
import static vn.dvc.pay.registration.RegistrationStatus.RETURNED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.TERMINATED;
import static vn.dvc.pay.registration.RegistrationStatus.UNDER_REVIEW;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.registration.RegistrationStatus;

/** All legal transitions of a registration's status, in one table. */
public final class RegistrationTransitions {
  private static final Map<RegistrationStatus, Set<RegistrationStatus>> LEGAL =
      Map.ofEntries(
          to(CHECKING_ACCOUNT, ACCOUNT_REFUSED, AWAITING_FORM, WITHDRAWN),
          to(ACCOUNT_REFUSED, CHECKING_ACCOUNT, WITHDRAWN, EXPIRED),
          to(AWAITING_FORM, UNDER_REVIEW, RETURNED, WITHDRAWN, EXPIRED),
          to(UNDER_REVIEW, ACTIVATING, RETURNED, REJECTED, WITHDRAWN),
          to(RETURNED, CHECKING_ACCOUNT, WITHDRAWN, EXPIRED),
          to(ACTIVATING, REGISTERED, ACCOUNT_REFUSED),
          to(REGISTERED, SUSPENDED, TERMINATED),
          to(SUSPENDED, REGISTERED, TERMINATED),
          to(REJECTED),
          to(WITHDRAWN),
          to(EXPIRED),
          to(TERMINATED));

  private static final Set<RegistrationStatus> IN_FORCE = EnumSet.of(REGISTERED, SUSPENDED);

  private RegistrationTransitions() {}

  public static boolean isLegal(RegistrationStatus from, RegistrationStatus to) {
    return LEGAL.get(from).contains(to);
  }

  /** Whether the bank has a mandate for it, suspended or not. */
  public static boolean isInForce(RegistrationStatus status) {
    return IN_FORCE.contains(status);
  }

  /** Whether it is neither in force nor ended. */
  public static boolean isOpen(RegistrationStatus status) {
    return !isInForce(status) && !LEGAL.get(status).isEmpty();
  }

  private static Map.Entry<RegistrationStatus, Set<RegistrationStatus>> to(
      RegistrationStatus from, RegistrationStatus... to) {
    var targets = EnumSet.noneOf(RegistrationStatus.class);
    targets.addAll(Set.of(to));
    return Map.entry(from, targets);
  }
}
