package vn.dvc.sandbox.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/**
 * The public keys of DVC Pay, with which banks and portal verify the sender. Fetched when a
 * signature names an unknown key, and again periodically, so that a withdrawn key is dropped.
 */
@Component
public class AppKeys {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);

  /** The result of verifying a detached signature. */
  public enum Finding {
    VALID,
    WRONG,
    /** The keys cannot be fetched at the moment, so nothing is known. */
    KEYS_UNAVAILABLE
  }

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private JWKSet keys = new JWKSet();
  private Instant fetched = Instant.EPOCH;

  AppKeys(SandboxSettings settings) {
    this.address = URI.create(settings.appUrl() + "/api/v1/keys");
  }

  /** Verifies a compact JWS without payload ({@code <protected>..<signature>}) over these bytes. */
  public Finding check(String signature, byte[] signed) {
    try {
      JWSObject jws = JWSObject.parse(signature, new Payload(signed));
      if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
          || jws.getHeader().getKeyID() == null) {
        return Finding.WRONG;
      }
      JWK key = key(jws.getHeader().getKeyID());
      return key instanceof ECKey ec && jws.verify(new ECDSAVerifier(ec))
          ? Finding.VALID
          : Finding.WRONG;
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      return Finding.WRONG;
    } catch (IOException e) {
      return Finding.KEYS_UNAVAILABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.KEYS_UNAVAILABLE;
    }
  }

  private synchronized JWK key(String kid)
      throws IOException, InterruptedException, ParseException {
    Instant now = Instant.now();
    if (now.isAfter(fetched.plus(KEPT))
        || (keys.getKeyByKeyId(kid) == null && now.isAfter(fetched.plus(BETWEEN_FETCHES)))) {
      keys = fetch();
      fetched = now;
    }
    return keys.getKeyByKeyId(kid);
  }

  private JWKSet fetch() throws IOException, InterruptedException, ParseException {
    var answer =
        http.send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("Fetching DVC Pay's keys failed with status " + answer.statusCode());
    }
    return JWKSet.parse(answer.body());
  }
}
