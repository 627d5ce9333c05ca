package vn.dvc.pay.bank.signing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.contract.BankFailure;
import vn.dvc.pay.bank.contract.BankMappers;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.bank.signing.RequestSigner.SignedRequest;

/**
 * Accepts an answer only if the bank signed it, just now, for exactly this request. Any other
 * answer is Unknown, whatever it says.
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
      verify(request.bank(), sent, answer);
      if (answer.status() != 200) {
        return new BankAnswer.Unknown("http-" + answer.status());
      }
      return mappers.of(request.bank()).read(request, answer.body());
    } catch (BankFailure refused) {
      LOG.warn("Security: answer to {} failed verification: {}", request, refused.getMessage());
      return new BankAnswer.Unknown(refused.getMessage());
    }
  }

  /** Returns normally if the bank signed this answer, just now, for exactly this request. */
  public void verify(Bank bank, SignedRequest sent, RawAnswer answer) throws BankFailure {
    if (answer.signature() == null || answer.time() == null) {
      throw new BankFailure("unsigned-http-" + answer.status());
    }
    var call = sent.call().toString();
    require(call.equals(answer.call()), "other-call");
    require(sent.nonce().equals(answer.nonce()), "other-nonce");
    require(signatures.isFresh(answer.time()), "other-time");
    var path = sent.message().path();
    var lines =
        SignedLines.ofAnswer(
            answer.status(), path, answer.body(), call, answer.time(), sent.nonce());
    require(signatures.isSigned(bank, answer.signature(), lines), "bad-signature");
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }

  /** A bank's answer as received, not yet verified. */
  public record RawAnswer(
      int status,
      byte[] body,
      @Nullable String signature,
      @Nullable String call,
      @Nullable String time,
      @Nullable String nonce) {}
}
