package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import vn.dvc.pay.bank.BankAnswer.OtpSent;

/** What a payment by card has beside the rest: the card entered last and its OTP. */
@Embeddable
public class CardDetails {
  @Column(name = "card_entries_left")
  private int entriesLeft;

  private String challenge;
  private String termsVersion;
  private Instant termsAcceptedAt;
  private String last4;
  private String otpPolicySource;
  private String otpSentTo;
  private int otpSeconds;
  private int otpTries;
  private int otpTriesLeft;
  private int otpResendsLeft;
  private int otpResendPause;
  private Instant otpExpiresAt;
  private Instant otpResendAt;
  private Instant voidAt;

  /** A card was entered: one entry is used up, and everything of an earlier card is forgotten. */
  public void entered(String termsVersion, Instant now) {
    this.entriesLeft--;
    this.termsVersion = termsVersion;
    this.termsAcceptedAt = now;
    this.challenge = null;
    this.last4 = null;
    this.otpSentTo = null;
    this.otpExpiresAt = null;
    this.otpResendAt = null;
  }

  /** The entry did not count: the card never reached the bank. */
  public void entryNotUsed() {
    entriesLeft++;
  }

  /** The rules for the OTPs of this card's bank, decided once for this card. */
  public void otpRules(String source, int seconds, int tries, int resends, int resendPause) {
    this.otpPolicySource = source;
    this.otpSeconds = seconds;
    this.otpTries = tries;
    this.otpTriesLeft = tries;
    this.otpResendsLeft = resends;
    this.otpResendPause = resendPause;
  }

  /** The bank sent a code: it is valid as long as both the bank and our rules say. */
  public void otpSent(OtpSent otp, Instant now, Instant windowEnds) {
    var valid = Duration.ofSeconds(Math.min(otpSeconds, otp.valid().toSeconds()));
    otpSentTo = otp.sentTo();
    otpExpiresAt = now.plus(valid).isBefore(windowEnds) ? now.plus(valid) : windowEnds;
    otpTriesLeft = Math.min(otpTries, otp.triesLeft());
    otpResendAt = now.plusSeconds(otpResendPause);
  }

  public void otpWrong(int triesLeftAtBank) {
    otpTriesLeft = Math.min(otpTriesLeft - 1, triesLeftAtBank);
  }

  /** The code sent last is no longer good; a new one may be asked for at once. */
  public void otpExpired(Instant now) {
    otpExpiresAt = now;
    otpResendAt = now;
  }

  public void resendUsed() {
    otpResendsLeft--;
  }

  public void resendNotUsed() {
    otpResendsLeft++;
  }

  public void noResendsLeft() {
    otpResendsLeft = 0;
  }

  public void challenge(String challenge) {
    this.challenge = challenge;
  }

  public void last4(String last4) {
    this.last4 = last4;
  }

  public void entriesAllowed(int entries) {
    this.entriesLeft = entries;
  }

  public int entriesLeft() {
    return entriesLeft;
  }

  public String challenge() {
    return challenge;
  }

  public String last4() {
    return last4;
  }

  public String otpSentTo() {
    return otpSentTo;
  }

  public int otpTriesLeft() {
    return otpTriesLeft;
  }

  public int otpResendsLeft() {
    return otpResendsLeft;
  }

  /** Until when the code is accepted, null before one was sent. */
  public Instant otpExpiresAt() {
    return otpExpiresAt;
  }

  public Instant otpResendAt() {
    return otpResendAt;
  }

  /** When the bank is told again to release what it holds; null while it is being told. */
  public Instant voidAt() {
    return voidAt;
  }

  public void voidAt(Instant at) {
    voidAt = at;
  }
}
