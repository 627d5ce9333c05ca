package vn.dvc.bench.hot;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.signing.BankKeys;
import vn.dvc.pay.bank.signing.SignatureVerifier;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.keys.SigningKeys;

/** What we sign and verify with every call of a bank. */
@State(Scope.Benchmark)
public class SignatureBench {
  private static final String LINES =
      String.join(
          "\n",
          "request",
          "POST",
          "/cards/authorisations",
          "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
          "22222222-2222-4222-8222-222222222222",
          "2026-11-28T12:00:00.000000Z",
          "33333333-3333-4333-8333-333333333333");

  private final Bank bank =
      new Bank(
          "970415", "VietinBank", "http://localhost", List.of(16), null, null, null, null, 1, 1);
  private SigningKey key;
  private SignatureVerifier verifier;
  private String signature;

  @Setup
  public void keys() throws ParseException {
    key = SigningKeys.fresh();
    var settings =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("dvc", BankSettings.class);
    var clock = Clock.systemUTC();
    var published = JWKSet.parse(key.publicJwks());
    verifier =
        new SignatureVerifier(
            new BankKeys(itsBank -> Optional.of(published), settings, clock, SigningKeys.es256()),
            clock,
            settings);
    signature = key.sign(LINES);
  }

  @Benchmark
  public String sign() {
    return key.sign(LINES);
  }

  @Benchmark
  public Optional<ECKey> verify() {
    return verifier.signer(bank, signature, LINES);
  }
}
