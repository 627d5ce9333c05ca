package vn.dvc.sandbox.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/** Tells a program, from server to server, that a session has ended. */
@Component
class LogoutTokens {
  private static final Logger LOG = LoggerFactory.getLogger(LogoutTokens.class);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final JwtEncoder encoder;
  private final Map<String, URI> addresses;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  LogoutTokens(JwtEncoder encoder, ProviderSettings settings, SandboxSettings sandbox) {
    this.encoder = encoder;
    this.addresses =
        Map.of(
            settings.payersClient().id(),
            URI.create(sandbox.appUrl() + settings.payersClient().signedOut()),
            settings.staffClient().id(),
            URI.create(sandbox.staffUrl() + settings.staffClient().signedOut()));
  }

  void send(String client, String session, String issuer) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(addresses.get(client))
                  .timeout(Duration.ofSeconds(5))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "logout_token="
                              + URLEncoder.encode(
                                  token(client, session, issuer), StandardCharsets.US_ASCII)))
                  .build(),
              BodyHandlers.discarding());
      LOG.info("{} was told of a sign-out: {}", client, answer.statusCode());
    } catch (IOException e) {
      LOG.warn("{} could not be told of a sign-out", client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String token(String client, String session, String issuer) {
    var claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(client))
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plus(Duration.ofMinutes(2)))
            .id(UUID.randomUUID().toString())
            .claim("sid", session)
            .claim("events", Map.of(EVENT, Map.of()))
            .build();
    var header = JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
