package vn.dvc.pay.payment.record;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.BankAnswer.OtpSent;

/** The part of a payment specific to the card method: the latest card and its OTP. */
@Embeddable
public class CardDetails {
  @Column(name = "card_entries_left")
  private int entriesLeft;

  private @Nullable String challenge;
  private String termsVersion;
  private Instant termsAcceptedAt;
  private @Nullable String last4;
  private String otpPolicySource;
  private @Nullable String otpSentTo;
  private int otpSeconds;
  private int otpTries;
  private int otpTriesLeft;
  private int otpResendsLeft;
  private int otpResendPause;
  private @Nullable Instant otpExpiresAt;
  private @Nullable Instant otpResendAt;
  private @Nullable Instant voidAt;

  /** Records a card entry: uses one entry and clears everything about an earlier card. */
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

  /** Takes the entry back, because the card never reached the bank. */
  public void entryNotUsed() {
    entriesLeft++;
  }

  /** Stores the OTP rules of this card's bank, decided once per card. */
  public void otpRules(String source, int seconds, int tries, int resends, int resendPause) {
    this.otpPolicySource = source;
    this.otpSeconds = seconds;
    this.otpTries = tries;
    this.otpTriesLeft = tries;
    this.otpResendsLeft = resends;
    this.otpResendPause = resendPause;
  }

  /** Records a sent code. It is valid as long as both the bank and our rules allow. */
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

  /** Expires the latest code; a new one may be requested at once. */
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

  public void challenge(@Nullable String challenge) {
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

  public @Nullable String challenge() {
    return challenge;
  }

  public @Nullable String last4() {
    return last4;
  }

  public @Nullable String otpSentTo() {
    return otpSentTo;
  }

  public int otpTriesLeft() {
    return otpTriesLeft;
  }

  public int otpResendsLeft() {
    return otpResendsLeft;
  }

  /** Until when the code is accepted, null until one has been sent. */
  public @Nullable Instant otpExpiresAt() {
    return otpExpiresAt;
  }

  public @Nullable Instant otpResendAt() {
    return otpResendAt;
  }

  /** When the release of the hold is requested again; null while a request is under way. */
  public @Nullable Instant voidAt() {
    return voidAt;
  }

  public void voidAt(@Nullable Instant at) {
    voidAt = at;
  }
}
