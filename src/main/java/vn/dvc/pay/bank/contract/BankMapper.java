package vn.dvc.pay.bank.contract;

import java.time.LocalDate;
import vn.dvc.pay.bank.BankAnswer;

/**
 * Translates our requests into a bank's format, and its answers back. {@link ContractMapper} serves
 * every bank that speaks bank-v1; a bank that differs gets its own bean, named {@code bank-<bin>}.
 */
public interface BankMapper {

  Message write(BankRequest request);

  /**
   * Interprets the body of a verified answer with status 200.
   *
   * @throws BankFailure if it is malformed or does not match the request
   */
  BankAnswer read(BankRequest request, byte[] body) throws BankFailure;

  /** The request for a day's statement, which every bank answers with a camt.053 file. */
  default Message statement(LocalDate day) {
    return new Message("GET", "/statements/" + day, new byte[0]);
  }

  /** A request to send; the path is relative to the bank's base address. */
  record Message(String method, String path, byte[] body) {}
}
