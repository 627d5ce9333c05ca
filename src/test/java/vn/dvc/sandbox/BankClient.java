package vn.dvc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Speaks bank-v1 to one bank of the sandbox, written from the contract alone. */
class BankClient {

  private final String base;
  private final SigningApp app;

  BankClient(String sandboxUrl, String bin, SigningApp app) {
    this.base = sandboxUrl + "/banks/" + bin;
    this.app = app;
  }

  /** A payment attempt of 120 000 dong, and the call bodies that belong to it. */
  static final class Attempt {
    final UUID ref = UUID.randomUUID();
    final String payment = "P" + ref.toString().substring(0, 8);

    Map<String, Object> call() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("attemptRef", ref.toString());
      body.put("callRef", UUID.randomUUID().toString());
      body.put("validUntil", Instant.now().plusSeconds(60).toString());
      body.put("amount", 120_000);
      body.put("currency", "VND");
      return body;
    }
  }

  Map<String, Object> authorisation(Attempt attempt, String number) {
    return authorisation(attempt, number, "NGUYEN VAN A", "07/15");
  }

  Map<String, Object> authorisation(Attempt attempt, String number, String holder, String date) {
    Map<String, Object> body = attempt.call();
    String challenge = UUID.randomUUID().toString();
    body.put("payment", attempt.payment);
    body.put("challenge", challenge);
    body.put(
        "sealedCard",
        sealed(
            Map.of(
                "number", number,
                "holder", holder,
                "date", date,
                "payment", attempt.payment,
                "challenge", challenge)));
    body.put(
        "lines",
        List.of(
            Map.of(
                "dossier",
                "000.00.00.H47-261124-0001",
                "fee",
                "LP01",
                "amount",
                120_000,
                "beneficiary",
                Map.of("bank", "970415", "account", "113366668888", "name", "Sở Tư pháp"))));
    return body;
  }

  Map<String, Object> code(Attempt attempt, String otp) {
    Map<String, Object> body = attempt.call();
    String challenge = UUID.randomUUID().toString();
    body.put("payment", attempt.payment);
    body.put("challenge", challenge);
    body.put(
        "sealedOtp",
        sealed(Map.of("otp", otp, "payment", attempt.payment, "challenge", challenge)));
    return body;
  }

  Answer authorise(Map<String, Object> body) {
    return post("/cards/authorisations", body);
  }

  Answer authorise(Attempt attempt, String number) {
    return authorise(authorisation(attempt, number));
  }

  Answer otp(Attempt attempt, String otp) {
    return otp(attempt, code(attempt, otp));
  }

  Answer otp(Attempt attempt, Map<String, Object> body) {
    return post("/cards/authorisations/" + attempt.ref + "/otp", body);
  }

  Answer resend(Attempt attempt) {
    return post("/cards/authorisations/" + attempt.ref + "/otp-resend", attempt.call());
  }

  Answer capture(Attempt attempt) {
    return post("/cards/authorisations/" + attempt.ref + "/capture", attempt.call());
  }

  Answer release(Attempt attempt) {
    return post("/cards/authorisations/" + attempt.ref + "/void", attempt.call());
  }

  Answer inquire(Attempt attempt) {
    return exchange(
        new Signed(
            "GET", "/transactions/" + attempt.ref, new byte[0], UUID.randomUUID().toString()));
  }

  Answer get(String path) {
    return exchange(new Signed("GET", path, new byte[0], UUID.randomUUID().toString()));
  }

  Answer post(String path, Map<String, Object> body) {
    return exchange(signed(path, body));
  }

  Signed signed(String path, Map<String, Object> body) {
    try {
      return new Signed(
          "POST",
          path,
          RunningSandbox.JSON.writeValueAsBytes(body),
          String.valueOf(body.get("callRef")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends, and checks that the response is signed by the bank and belongs to the request. */
  Answer exchange(Signed request) {
    HttpResponse<byte[]> http;
    try {
      http = RunningSandbox.HTTP.send(request.http(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Answer(request.path, http, signatureHolds(request, http));
  }

  String sealed(Map<String, Object> value) {
    try {
      var key =
          keys().getKeys().stream()
              .filter(each -> KeyUse.ENCRYPTION.equals(each.getKeyUse()))
              .findFirst()
              .orElseThrow()
              .toRSAKey();
      JWEObject jwe =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                  .keyID(key.getKeyID())
                  .build(),
              new Payload(value));
      jwe.encrypt(new RSAEncrypter(key));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  JWKSet keys() {
    try {
      return JWKSet.parse(
          RunningSandbox.send(HttpRequest.newBuilder(URI.create(base + "/keys")).build()).body());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean signatureHolds(Signed request, HttpResponse<byte[]> http) {
    try {
      String time = http.headers().firstValue("Dvc-Time").orElseThrow();
      byte[] text =
          lines(
              "answer",
              String.valueOf(http.statusCode()),
              request.path,
              digest(http.body()),
              request.call,
              time,
              request.nonce);
      JWSObject jws =
          JWSObject.parse(
              http.headers().firstValue("Dvc-Signature").orElseThrow(), new Payload(text));
      return jws.verify(
          new ECDSAVerifier(keys().getKeyByKeyId(jws.getHeader().getKeyID()).toECKey()));
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  /** Whether this bank signed the notification sent in its name. */
  boolean signed(SigningApp.Told told) {
    byte[] text =
        lines(
            "request",
            "POST",
            told.path(),
            digest(told.body().getBytes(StandardCharsets.UTF_8)),
            told.header("Dvc-Call"),
            told.header("Dvc-Time"),
            told.header("Dvc-Nonce"));
    try {
      JWSObject jws = JWSObject.parse(told.header("Dvc-Signature"), new Payload(text));
      return jws.verify(
          new ECDSAVerifier(keys().getKeyByKeyId(jws.getHeader().getKeyID()).toECKey()));
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private static byte[] lines(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] body) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request with everything that is signed; a test may corrupt any of it. */
  final class Signed {
    final String method;
    final String path;
    final byte[] body;
    final String call;
    String time = Instant.now().toString();
    String nonce = UUID.randomUUID().toString();
    boolean byStranger;
    boolean unsigned;

    Signed(String method, String path, byte[] body, String call) {
      this.method = method;
      this.path = path;
      this.body = body;
      this.call = call;
    }

    HttpRequest http() {
      byte[] text = lines("request", method, path, digest(body), call, time, nonce);
      HttpRequest.Builder http =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Content-Type", "application/json")
              .header("Dvc-Call", call)
              .header("Dvc-Time", time)
              .header("Dvc-Nonce", nonce)
              .method(
                  method,
                  body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      return unsigned
          ? http.build()
          : http.header("Dvc-Signature", byStranger ? app.signAsStranger(text) : app.sign(text))
              .build();
    }
  }

  record Answer(String path, HttpResponse<byte[]> http, boolean signed) {
    int status() {
      return http.statusCode();
    }

    String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return RunningSandbox.JSON.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String result() {
      return json().path("result").asText();
    }

    String state() {
      return json().path("state").asText();
    }

    String reason() {
      return json().path("reason").asText();
    }
  }
}
