package vn.dvc.pay.bank.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.bank.contract.BankMappers;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.values.CallRef;

/** Writes a request in its bank's format and signs it. */
@Component
public class RequestSigner {
  private final BankMappers mappers;
  private final SigningKey key;
  private final Clock clock;

  public RequestSigner(BankMappers mappers, SigningKey key, Clock clock) {
    this.mappers = mappers;
    this.key = key;
    this.clock = clock;
  }

  public SignedRequest write(BankRequest request) {
    return sign(mappers.of(request.bank()).write(request), request.call());
  }

  public SignedRequest sign(BankMapper.Message message, CallRef call) {
    var time = clock.instant();
    var nonce = UUID.randomUUID().toString();
    var lines = SignedLines.ofRequest(message, call.toString(), time.toString(), nonce);
    return new SignedRequest(message, call, time, nonce, key.sign(lines));
  }

  /** A request as sent, with the values that its answer must repeat. */
  public record SignedRequest(
      BankMapper.Message message, CallRef call, Instant time, String nonce, String signature) {}
}
