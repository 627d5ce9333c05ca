package vn.dvc.pay.bank;

/**
 * Puts our words into a bank's and back. {@link ContractMapper} serves every bank that speaks
 * bank-v1; one that differs gets a bean of its own, named {@code bank-<bin>}.
 */
interface BankMapper {

  Message write(BankRequest request);

  /**
   * What the body of a verified answer with status 200 says.
   *
   * @throws BankFailure when it is not well-formed or does not match the request
   */
  BankAnswer read(BankRequest request, byte[] body) throws BankFailure;

  /** What is sent: the path is below the bank's address. */
  record Message(String method, String path, byte[] body) {}
}
