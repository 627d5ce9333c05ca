package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far a letter has come.
 *
 * @param status what DVC Pay answered last, null where it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationProgress(
    @JsonIgnore BankNotification letter, Fate fate, int tries, Instant lastTry, Integer status) {

  /** What becomes of a letter. */
  public enum Fate {
    WAITING("đang gửi"),
    TAKEN("đã nhận"),
    /** DVC Pay will not take it, however often it comes. */
    REFUSED("BỊ TỪ CHỐI");

    private final String says;

    Fate(String says) {
      this.says = says;
    }
  }

  /** In a tester's words. */
  public String says() {
    return fate.says + ", đã gửi " + tries + " lần" + (status == null ? "" : ", mã " + status);
  }

  static NotificationProgress of(BankNotification letter) {
    return new NotificationProgress(letter, Fate.WAITING, 0, null, null);
  }

  NotificationProgress after(JournalEntry.Carried carried) {
    return new NotificationProgress(
        letter, carried.fate(), tries + 1, carried.at(), carried.status());
  }
}
