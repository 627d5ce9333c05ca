package vn.dvc.pay.bank;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one call. Only a signed, well-formed answer that matches the request is {@link
 * Approved} or {@link Declined}; a request that certainly never left is {@link NotSent}; everything
 * else is {@link Unknown}, which means that money may have moved, never that it did not.
 */
public sealed interface BankAnswer {
  /** The word under which the call is stored: APPROVED, DECLINED, NOT_SENT or UNKNOWN. */
  String verdict();

  /** The attempt's state at the bank according to this answer, null if it gives none. */
  @Nullable TransactionState state();

  /** The contract's word for a decline, or the cause where there is no answer; may be null. */
  @Nullable String reason();

  /**
   * @param state the attempt's current state at the bank (for an inquiry, the finding itself)
   * @param bankReference the bank's own reference, null if it gave none
   * @param card last four digits and token, null if the answer has none
   * @param otp the code that was sent, null if none was
   * @param owner the account's owner, null except for account enquiries
   */
  record Approved(
      TransactionState state,
      @Nullable String bankReference,
      @Nullable Card card,
      @Nullable OtpSent otp,
      @Nullable Owner owner,
      @Nullable String reason)
      implements BankAnswer {
    @Override
    public String verdict() {
      return "APPROVED";
    }
  }

  /**
   * @param reason the contract's reason code, for example insufficient-funds or otp-wrong
   * @param state the attempt's current state at the bank; PENDING_OTP after a wrong OTP with tries
   *     left
   * @param otpTriesLeft how many tries the bank still allows, empty if it does not say
   */
  record Declined(@Nullable String reason, TransactionState state, Optional<Integer> otpTriesLeft)
      implements BankAnswer {
    @Override
    public String verdict() {
      return "DECLINED";
    }

    public boolean isFor(DeclineReason known) {
      return known.is(reason);
    }

    public boolean cameTooLate() {
      return isFor(DeclineReason.REQUEST_EXPIRED);
    }
  }

  /**
   * @param state the attempt's state where an inquiry found that the request had had no effect;
   *     null where it never left
   */
  record NotSent(@Nullable String cause, @Nullable TransactionState state) implements BankAnswer {
    public NotSent(String cause) {
      this(cause, null);
    }

    @Override
    public String verdict() {
      return "NOT_SENT";
    }

    @Override
    public @Nullable String reason() {
      return cause;
    }
  }

  record Unknown(String cause) implements BankAnswer {
    @Override
    public String verdict() {
      return "UNKNOWN";
    }

    @Override
    public @Nullable TransactionState state() {
      return null;
    }

    @Override
    public String reason() {
      return cause;
    }
  }

  /**
   * @param identityNumber the owner's tax code or personal number
   */
  record Owner(String name, String identityNumber) {}

  /** What we keep of a card number: its last four digits and the bank's token for it. */
  record Card(String last4, String token) {}

  /**
   * @param sentTo the telephone number, masked by the bank
   * @param valid how long the bank accepts the code, counted from its answer
   */
  record OtpSent(String sentTo, Duration valid, int triesLeft) {}
}
