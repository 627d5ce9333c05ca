package vn.dvc.pay.bank.signing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankMappers;
import vn.dvc.pay.bank.contract.BankRequest;

/**
 * Believes an answer only when the bank signed it, now, for exactly this request. What is not
 * believed is Unknown, whatever it says.
 */
@Component
public class AnswerVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerVerifier.class);

  private final BankMappers mappers;
  private final SignatureVerifier signatures;

  public AnswerVerifier(BankMappers mappers, SignatureVerifier signatures) {
    this.mappers = mappers;
    this.signatures = signatures;
  }

  public BankAnswer read(BankRequest request, SignedRequest sent, RawAnswer answer) {
    try {
      believe(request.bank(), sent, answer);
      if (answer.status() != 200) {
        return new BankAnswer.Unknown("http-" + answer.status());
      }
      return mappers.of(request.bank()).read(request, answer.body());
    } catch (BankFailure refused) {
      LOG.warn("Security: the answer to {} is not believed: {}", request, refused.getMessage());
      return new BankAnswer.Unknown(refused.getMessage());
    }
  }

  /** Returns where the bank signed this answer, now, to exactly this request. */
  public void believe(Bank bank, SignedRequest sent, RawAnswer answer) throws BankFailure {
    if (answer.signature() == null || answer.time() == null) {
      throw new BankFailure("unsigned-http-" + answer.status());
    }
    var call = sent.call().toString();
    require(call.equals(answer.call()), "other-call");
    require(sent.nonce().equals(answer.nonce()), "other-nonce");
    require(signatures.fresh(answer.time()), "other-time");
    var path = sent.message().path();
    var lines =
        SignedLines.ofAnswer(
            answer.status(), path, answer.body(), call, answer.time(), sent.nonce());
    require(signatures.signed(bank, answer.signature(), lines), "bad-signature");
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
