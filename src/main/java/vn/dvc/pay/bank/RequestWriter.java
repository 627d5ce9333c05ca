package vn.dvc.pay.bank;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.pay.keys.SigningKey;

/** Writes a request in its bank's words and signs it. */
@Component
class RequestWriter {
  private final BankMappers mappers;
  private final SigningKey key;
  private final Clock clock;

  RequestWriter(BankMappers mappers, SigningKey key, Clock clock) {
    this.mappers = mappers;
    this.key = key;
    this.clock = clock;
  }

  SignedRequest write(BankRequest request) {
    var message = mappers.of(request.bank()).write(request);
    var time = clock.instant();
    var nonce = UUID.randomUUID().toString();
    var lines = SignedLines.ofRequest(message, request.call().toString(), time.toString(), nonce);
    return new SignedRequest(message, request.call(), time, nonce, key.sign(lines));
  }
}
