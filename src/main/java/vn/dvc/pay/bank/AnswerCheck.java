package vn.dvc.pay.bank;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.text.ParseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Believes an answer only when the bank signed it, now, for exactly this request. What is not
 * believed is Unknown, whatever it says.
 */
@Component
class AnswerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);

  private final BankMappers mappers;
  private final BankKeys keys;
  private final Clock clock;
  private final Duration skew;

  AnswerCheck(BankMappers mappers, BankKeys keys, Clock clock, BankSettings settings) {
    this.mappers = mappers;
    this.keys = keys;
    this.clock = clock;
    this.skew = settings.bank().clockSkew();
  }

  BankAnswer read(BankRequest request, SignedRequest sent, RawAnswer answer) {
    try {
      verify(request.bank(), sent, answer);
      if (answer.status() != 200) {
        return new BankAnswer.Unknown("http-" + answer.status());
      }
      return mappers.of(request.bank()).read(request, answer.body());
    } catch (BankFailure refused) {
      LOG.warn("Security: the answer to {} is not believed: {}", request, refused.getMessage());
      return new BankAnswer.Unknown(refused.getMessage());
    }
  }

  private void verify(Bank bank, SignedRequest sent, RawAnswer answer) throws BankFailure {
    if (answer.signature() == null || answer.time() == null) {
      throw new BankFailure("unsigned-http-" + answer.status());
    }
    var call = sent.call().toString();
    require(call.equals(answer.call()), "other-call");
    require(sent.nonce().equals(answer.nonce()), "other-nonce");
    require(fresh(answer.time()), "other-time");
    var path = sent.message().path();
    var lines =
        SignedLines.ofAnswer(
            answer.status(), path, answer.body(), call, answer.time(), sent.nonce());
    require(signed(bank, answer.signature(), lines), "bad-signature");
  }

  private boolean fresh(String time) {
    try {
      var off = Duration.between(Instant.parse(time), clock.instant()).abs();
      return off.compareTo(skew) <= 0;
    } catch (DateTimeException | ArithmeticException notTime) {
      return false;
    }
  }

  private boolean signed(Bank bank, String signature, String lines) {
    try {
      var jws = JWSObject.parse(signature, new Payload(SignedLines.bytes(lines)));
      if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())) {
        return false;
      }
      var key = keys.forVerifying(bank, jws.getHeader().getKeyID());
      return key.isPresent() && jws.verify(new ECDSAVerifier(key.get()));
    } catch (ParseException | JOSEException | IllegalStateException notOne) {
      return false;
    }
  }

  private static void require(boolean right, String otherwise) throws BankFailure {
    if (!right) {
      throw new BankFailure(otherwise);
    }
  }
}
