package vn.dvc.pay.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the Amazon Corretto Crypto Provider, whose P-256 takes a small part of the time that Java
 * 17 takes. It is a native library for Linux on x86-64, so it may be missing, or may not load where
 * the temporary directory forbids executing. It is handed to {@link Es256} alone and not installed
 * for the whole JVM: TLS, sealing and random numbers stay as they are.
 */
final class NativeCryptography {
  private static final Logger LOG = LoggerFactory.getLogger(NativeCryptography.class);
  private static final String AMAZON_CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private NativeCryptography() {}

  static @Nullable Provider load() {
    return load(AMAZON_CORRETTO);
  }

  /** Null unless the provider loads and agrees with plain Java. */
  static @Nullable Provider load(String type) {
    try {
      var provider = (Provider) Class.forName(type).getField("INSTANCE").get(null);
      requireAgreement(new Es256(provider), new Es256(null));
      LOG.info("Signatures are computed by {} {}", provider.getName(), provider.getVersionStr());
      return provider;
    } catch (ReflectiveOperationException | LinkageError | JOSEException | RuntimeException not) {
      LOG.info("Signatures are computed in plain Java, without a native library: {}", cause(not));
      return null;
    }
  }

  /** Each must accept the other's signature and reject one over another text. */
  private static void requireAgreement(Es256 one, Es256 other) throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).generate();
    var header = new JWSHeader(JWSAlgorithm.ES256);
    var text = "text".getBytes(StandardCharsets.UTF_8);
    var anotherText = "another".getBytes(StandardCharsets.UTF_8);
    for (var signing : new Es256[] {one, other}) {
      var verifier = (signing == one ? other : one).verifier(key);
      var signature = signing.signer(key).sign(header, text);
      if (!verifier.verify(header, text, signature)
          || verifier.verify(header, anotherText, signature)) {
        throw new IllegalStateException("It computes other signatures than Java");
      }
    }
  }

  private static String cause(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
