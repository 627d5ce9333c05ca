package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The delivery progress of a notification.
 *
 * @param status DVC Pay's last response; null if there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationProgress(
    @JsonIgnore BankNotification letter,
    Fate fate,
    int tries,
    @Nullable Instant lastTry,
    @Nullable Integer status) {

  /** The possible results of a delivery. */
  public enum Fate {
    WAITING("đang gửi"),
    TAKEN("đã nhận"),
    /** DVC Pay will never accept it, however often it is sent. */
    REFUSED("BỊ TỪ CHỐI");

    private final String says;

    Fate(String says) {
      this.says = says;
    }
  }

  /** In words for testers. */
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
