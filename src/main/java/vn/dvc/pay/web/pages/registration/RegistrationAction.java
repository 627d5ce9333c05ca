package vn.dvc.pay.web.pages.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.dvc.pay.registration.Registration;

/**
 * What a payer may do with a registration in its current status; the action's word is the last part
 * of its address.
 */
enum RegistrationAction {
  CONFIRM_NAME,
  CORRECT,
  PRINT_AGAIN,
  RESUME,
  CHANGE_ACCOUNT,
  SUSPEND,
  WITHDRAW,
  TERMINATE,
  START_ANEW;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The paths of the controllers admit only words of actions. */
  static RegistrationAction of(String word) {
    return Arrays.stream(values())
        .filter(move -> move.word().equals(word))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("The word is that of no action"));
  }

  /** In the order in which the page offers them. */
  static List<RegistrationAction> of(Registration registration) {
    var moves = new ArrayList<RegistrationAction>();
    if (registration.nameDiffers()) {
      moves.add(CONFIRM_NAME);
    }
    moves.addAll(
        switch (registration.status()) {
          case ACCOUNT_REFUSED -> List.of(CORRECT, WITHDRAW);
          case RETURNED -> List.of(CORRECT, PRINT_AGAIN, WITHDRAW);
          case CHECKING_ACCOUNT, AWAITING_FORM, UNDER_REVIEW -> List.of(WITHDRAW);
          case ACTIVATING -> List.<RegistrationAction>of();
          case REGISTERED -> List.of(CHANGE_ACCOUNT, SUSPEND, TERMINATE);
          case SUSPENDED -> List.of(RESUME, TERMINATE);
          case REJECTED, WITHDRAWN, EXPIRED, TERMINATED -> List.of(START_ANEW);
        });
    return moves;
  }
}
