package vn.dvc.pay.operations.work;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.values.text.IdentityNumber;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * A task of the bank's staff and the registration that it is about.
 *
 * @param group whose task it is, at every bank
 * @param overdue whether its time is over
 */
public record Work(HumanTask task, Registration about, String group, boolean overdue) {

  /** Whether this is what somebody looks for, in any case and spelling. */
  boolean isFoundBy(String words) {
    var wanted = plain(words);
    var number = about.id().reference().symbols();
    return number.equals(wanted)
        || about.id().text().equals(wanted)
        || about.payer().id().equals(IdentityNumber.normal(words))
        || plain(about.payer().name()).contains(wanted);
  }

  /** Whether the account is at this bank and the paper goes to this branch; blank for any. */
  boolean isAt(String bank, String branch) {
    return (bank.isBlank() || bank().equals(bank)) && (branch.isBlank() || branch().equals(branch));
  }

  String bank() {
    return about.application().account().bank();
  }

  /** Where the paper is handed in, in the payer's words. */
  String branch() {
    return Objects.requireNonNullElse(about.application().branch(), "");
  }

  public @Nullable Instant due() {
    return task.due();
  }

  private static String plain(String words) {
    return PlainLetters.of(words).replaceAll("[\\s.\\p{Pd}]", "");
  }
}
