package vn.dvc.pay.bank;

import java.time.Duration;
import java.util.Optional;

/**
 * What a bank may tell us about one call. Only a signed, well-formed answer that matches the
 * request is {@link Approved} or {@link Declined}; what surely never left is {@link NotSent};
 * everything else is {@link Unknown}, which means that money may have moved and never that it did
 * not.
 */
public sealed interface BankAnswer {

  /** APPROVED, DECLINED, NOT_SENT or UNKNOWN: the word under which the call is stored. */
  String verdict();

  /**
   * @param state how the bank now sees the attempt (of an inquiry: the finding itself)
   * @param bankReference the bank's own reference, null where it gave none
   * @param card last four digits and token, null where the answer has none
   * @param otp the code that was sent, null where none was sent
   * @param owner whose account it is, null except of an account enquiry
   */
  record Approved(
      TransactionState state,
      String bankReference,
      Card card,
      OtpSent otp,
      Owner owner,
      String reason)
      implements BankAnswer {
    @Override
    public String verdict() {
      return "APPROVED";
    }
  }

  /**
   * @param reason the contract's reason code, for example insufficient-funds or otp-wrong
   * @param state how the bank now sees the attempt; PENDING_OTP after a wrong OTP with tries left
   * @param otpTriesLeft tries that the bank still allows, empty where it does not say
   */
  record Declined(String reason, TransactionState state, Optional<Integer> otpTriesLeft)
      implements BankAnswer {
    @Override
    public String verdict() {
      return "DECLINED";
    }
  }

  record NotSent(String cause) implements BankAnswer {
    @Override
    public String verdict() {
      return "NOT_SENT";
    }
  }

  record Unknown(String cause) implements BankAnswer {
    @Override
    public String verdict() {
      return "UNKNOWN";
    }
  }

  /**
   * @param identityNumber the owner's tax code or personal number
   */
  record Owner(String name, String identityNumber) {}

  /** What is left of a card number: its last four digits and the bank's token for it. */
  record Card(String last4, String token) {}

  /**
   * @param sentTo the telephone number, masked by the bank
   * @param valid how long the bank accepts the code, counted from its answer
   */
  record OtpSent(String sentTo, Duration valid, int triesLeft) {}
}
