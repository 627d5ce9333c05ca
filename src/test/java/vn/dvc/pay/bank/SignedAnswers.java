package vn.dvc.pay.bank;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Signs answers according to the contract, independently of the code under test. A stub may corrupt
 * one thing by a parameter: {@code call}, {@code nonce}, {@code time}, {@code path}, {@code kid},
 * or {@code body} (sent instead of what was signed).
 */
public class SignedAnswers implements ResponseTransformerV2 {
  static final String NAME = "signed-answers";

  private final Supplier<ECKey> key;

  SignedAnswers(Supplier<ECKey> key) {
    this.key = key;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    var bent = event.getTransformerParameters();
    var request = event.getRequest();
    var body = fill(response.getBodyAsString(), request.getUrl(), request.getBodyAsString());
    var call = text(bent, "call", request.getHeader("Dvc-Call"));
    var nonce = text(bent, "nonce", request.getHeader("Dvc-Nonce"));
    var time = text(bent, "time", Instant.now().toString());
    var path = text(bent, "path", request.getUrl().replaceFirst("^/banks/\\d{6}", ""));
    var lines =
        String.join(
            "\n",
            "answer",
            String.valueOf(response.getStatus()),
            path,
            digest(body),
            call,
            time,
            nonce);
    return Response.Builder.like(response)
        .but()
        .body(text(bent, "body", body))
        .headers(
            response
                .getHeaders()
                .plus(
                    new HttpHeader("Dvc-Call", call),
                    new HttpHeader("Dvc-Nonce", nonce),
                    new HttpHeader("Dvc-Time", time),
                    new HttpHeader(
                        "Dvc-Signature", sign(key.get(), text(bent, "kid", "s1"), lines))))
        .build();
  }

  /** Whether a received request carries our signature over everything that the contract lists. */
  public static boolean verifies(LoggedRequest request, Map<String, Object> publicKeys) {
    var lines =
        String.join(
            "\n",
            "request",
            request.getMethod().getName(),
            request.getUrl().replaceFirst("^/banks/\\d{6}", ""),
            digest(request.getBodyAsString()),
            request.getHeader("Dvc-Call"),
            request.getHeader("Dvc-Time"),
            request.getHeader("Dvc-Nonce"));
    try {
      var jws = JWSObject.parse(request.getHeader("Dvc-Signature"), new Payload(lines));
      var ours = JWKSet.parse(publicKeys).getKeyByKeyId(jws.getHeader().getKeyID()).toECKey();
      return jws.verify(new ECDSAVerifier(ours));
    } catch (ParseException | JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String fill(String body, String url, String request) {
    var refs = request.isEmpty() ? Map.of() : Json.read(request, Map.class);
    var attempt = refs.getOrDefault("attemptRef", url.replaceFirst(".*/", ""));
    return body.replace("{attemptRef}", String.valueOf(attempt))
        .replace("{callRef}", String.valueOf(refs.get("callRef")));
  }

  private static String text(Map<String, Object> bent, String name, String otherwise) {
    return String.valueOf(bent.getOrDefault(name, otherwise));
  }

  public static String sign(ECKey key, String kid, String lines) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build();
      var jws = new JWSObject(header, new Payload(lines));
      jws.sign(new ECDSASigner(key));
      return jws.serialize(true);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static String digest(String body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
