package vn.dvc.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What {@code sandbox.yaml} says under {@code dvc.sandbox}.
 *
 * @param appUrl where DVC Pay answers: its keys, and its portal API for the demo dossiers
 * @param data the directory of journals and keys
 * @param seed whether the demo dossiers are put into DVC Pay at the start
 * @param banks the simulated banks
 */
@ConfigurationProperties("dvc.sandbox")
public record SandboxSettings(String appUrl, Path data, boolean seed, List<Bank> banks) {

  public Optional<Bank> bank(String bin) {
    return banks.stream().filter(bank -> bank.bin().equals(bin)).findFirst();
  }

  /**
   * One simulated bank.
   *
   * @param holder the holder of all its demo cards
   * @param date the date on all its demo cards
   * @param phone where its SMS messages go
   * @param collecting where it collects for DVC Pay, null where it does not
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
      Collecting collecting) {

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

  /** A demo card and the word for what becomes of a payment with it. */
  public record Card(String number, String outcome) {}

  /**
   * A demo account and the word for what becomes of it.
   *
   * @param identityNumber its owner's tax code or personal number
   * @param balance what it begins with
   */
  public record Account(
      String number, String owner, String identityNumber, long balance, String outcome) {}

  /** The account on which the fees are collected. */
  public record Collecting(String number, String name) {}

  public record Otp(Duration validity, int tries, int resends) {}

  /** Whether money moves by a capture of its own or already with the right OTP. */
  public enum Capture {
    SEPARATE,
    WITH_OTP
  }

  /** Which date the bank's cards bear. */
  public enum DateKind {
    ISSUE,
    EXPIRY
  }
}
