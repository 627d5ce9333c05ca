package vn.dvc.pay.web.pages.payment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.web.Some;

/** Sealing what a payer typed, where the browser cannot. */
@State(Scope.Benchmark)
public class SealingBench {
  private final Payment payment = Some.paymentWaitingForOtp(PaymentId.fresh());
  private CardDataSealer sealer;

  @Setup
  public void key() throws JOSEException {
    var key = new RSAKeyGenerator(2048).keyID("e1").keyUse(KeyUse.ENCRYPTION).generate();
    sealer = new CardDataSealer(new OneKey(key.toPublicJWK().toJSONObject()));
  }

  @Benchmark
  public String seal() {
    return sealer.otp(payment, "123456".toCharArray());
  }

  private record OneKey(Map<String, Object> key) implements Banks {
    @Override
    public List<Bank> all() {
      return List.of();
    }

    @Override
    public Optional<Bank> find(String bin) {
      return Optional.empty();
    }

    @Override
    public List<Map<String, Object>> sealingKeys(String bin) {
      return List.of(key);
    }
  }
}
