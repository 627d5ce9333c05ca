package vn.dvc.pay.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;

/**
 * One request to a bank and what is particular to it. Package {@code contract} knows the field
 * names, and adds the attempt, the call, the validity and the amount, which every request has.
 */
public sealed interface BankCommand {
  Operation operation();

  /** Card data or OTP, encrypted by the payer's browser for the bank; null if there is none. */
  default @Nullable String sealed() {
    return null;
  }

  /**
   * @param challenge what the browser had to seal together with the card
   */
  record AuthoriseCard(String payment, String challenge, List<Line> lines, String sealed)
      implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.AUTHORISE;
    }

    @Override
    public String toString() {
      return "AuthoriseCard of " + payment;
    }
  }

  record SubmitOtp(String payment, String challenge, String sealed) implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.OTP;
    }

    @Override
    public String toString() {
      return "SubmitOtp of " + payment;
    }
  }

  record ResendOtp() implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.RESEND;
    }
  }

  record Capture() implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.CAPTURE;
    }
  }

  record VoidAuthorisation() implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.VOID;
    }
  }

  record EnquireAccount(String account) implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.ENQUIRY;
    }
  }

  /**
   * @param formSha256 the hash of the form that the account's holder signed
   */
  record GrantMandate(
      String registration, String account, String holder, String identityNumber, String formSha256)
      implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.MANDATE;
    }
  }

  /**
   * @param mandate the bank's reference of it
   */
  record EndMandate(String mandate) implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.END_MANDATE;
    }
  }

  /**
   * @param mandate the bank's reference of the mandate that allows the debit
   */
  record Debit(String payment, String mandate, String account, List<Line> lines)
      implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.DEBIT;
    }
  }

  record Reverse(Original original, String reason) implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.REVERSAL;
    }

    /** The money that goes back. */
    public sealed interface Original {
      record Debited(AttemptRef attempt) implements Original {}

      /**
       * @param reference the bank's own reference of the collection
       */
      record Collected(String reference) implements Original {}
    }
  }

  /** Asks what became of the attempt. */
  record Inquire() implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.INQUIRY;
    }
  }

  record Tombstone() implements BankCommand {
    @Override
    public Operation operation() {
      return Operation.TOMBSTONE;
    }
  }

  /** One fee of a dossier and to whom the bank passes it on. */
  record Line(String dossier, String fee, long amount, Beneficiary beneficiary) {}

  record Beneficiary(String bank, String account, String name) {}
}
