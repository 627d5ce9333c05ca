package vn.dvc.pay.bank.contract;

import java.time.LocalDate;
import vn.dvc.pay.bank.BankAnswer;

/**
 * Puts our words into a bank's and back. {@link ContractMapper} serves every bank that speaks
 * bank-v1; one that differs gets a bean of its own, named {@code bank-<bin>}.
 */
public interface BankMapper {

  Message write(BankRequest request);

  /**
   * What the body of a verified answer with status 200 says.
   *
   * @throws BankFailure when it is not well-formed or does not match the request
   */
  BankAnswer read(BankRequest request, byte[] body) throws BankFailure;

  /** Asks for a day's statement; its answer is a camt.053 file at every bank. */
  default Message statement(LocalDate day) {
    return new Message("GET", "/statements/" + day, new byte[0]);
  }

  /** What is sent: the path is below the bank's address. */
  record Message(String method, String path, byte[] body) {}
}
