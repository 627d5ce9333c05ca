package vn.dvc.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings in {@code sandbox.yaml} under {@code dvc.sandbox}.
 *
 * @param appUrl where DVC Pay can be reached: for its keys, and for its portal API to register the
 *     demo dossiers
 * @param staffUrl where staff reach DVC Pay, if elsewhere
 * @param messagesUrl where banks' own messages go, if elsewhere; over TLS with a certificate of the
 *     bank where there is an SSL bundle {@code bank-<BIN>}
 * @param data the directory of journals and keys
 * @param seed whether to register the demo dossiers in DVC Pay at startup
 * @param mailPort where its mail server listens; 0 for any free port
 * @param banks the simulated banks
 */
@ConfigurationProperties("dvc.sandbox")
public record SandboxSettings(
    String appUrl,
    String staffUrl,
    String messagesUrl,
    Path data,
    boolean seed,
    int mailPort,
    List<Bank> banks) {

  public Optional<Bank> bank(String bin) {
    return banks.stream().filter(bank -> bank.bin().equals(bin)).findFirst();
  }

  /**
   * One simulated bank.
   *
   * @param holder the holder of all its demo cards
   * @param date the date on all its demo cards
   * @param phone where its SMS messages are sent
   * @param collecting the account it collects on for DVC Pay; null if it does not collect
   */
  public record Bank(
      String bin,
      String name,
      Capture capture,
      DateKind dateKind,
      List<Integer> cardLengths,
      String holder,
      String date,
      String phone,
      Otp otp,
      List<Card> cards,
      List<Account> accounts,
      @Nullable Collecting collecting) {

    public Bank {
      accounts = accounts == null ? List.of() : accounts;
    }

    public Optional<Account> account(String number) {
      return accounts.stream().filter(account -> account.number().equals(number)).findFirst();
    }

    public Optional<Card> card(String number) {
      return cards.stream().filter(card -> card.number().equals(number)).findFirst();
    }
  }

  /** A demo card and the outcome that payments with it have. */
  public record Card(String number, String outcome) {}

  /**
   * A demo account and the outcome that it produces.
   *
   * @param identityNumber its owner's tax code or personal number
   * @param balance its opening balance
   */
  public record Account(
      String number, String owner, String identityNumber, long balance, String outcome) {}

  /** The account that fees are collected on. */
  public record Collecting(String number, String name) {}

  public record Otp(Duration validity, int tries, int resends) {}

  /** Whether money moves with a separate capture or as soon as the OTP is correct. */
  public enum Capture {
    SEPARATE,
    WITH_OTP
  }

  /** Which date the bank's cards carry. */
  public enum DateKind {
    ISSUE,
    EXPIRY
  }
}
