package vn.dvc.pay.web.security.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens of the issuer, valid by signature and audience, let the portal in. */
@Tag("fast")
class PortalTokenValidatorTest {
  private final PortalTokenValidator validator =
      new PortalTokenValidator("dvc-pay.portal", List.of("portal"));

  @Test
  void accessTokenOfTheClientWithOurScopeIsAccepted() {
    assertThat(refusal(claims -> {})).isEmpty();
    assertThat(refusal(claims -> claims.put("scope", "other dvc-pay.portal"))).isEmpty();
    assertThat(refusal(claims -> claims.put("scope", List.of("dvc-pay.portal")))).isEmpty();
    assertThat(
            refusal(
                claims -> {
                  claims.remove("client_id");
                  claims.put("azp", "portal");
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "sub", "scope", "client_id"})
  void nothingMayBeMissing(String claim) {
    assertThat(refusal(claims -> claims.remove(claim))).hasSize(1);
  }

  @Test
  void scopeAndClientMustBeOurs() {
    assertThat(refusal(claims -> claims.put("scope", "dvc-pay.portal.read")))
        .containsExactly("scope is missing");
    assertThat(refusal(claims -> claims.put("client_id", "somebody")))
        .containsExactly("client is not known");
    assertThat(
            refusal(
                claims -> {
                  claims.put("client_id", "somebody");
                  claims.put("azp", "portal");
                }))
        .containsExactly("client is not known");
  }

  @Test
  void idTokenIsNoAccessToken() {
    for (var claim : Map.of("nonce", "n", "at_hash", "h", "acr", "2", "typ", "ID").entrySet()) {
      assertThat(refusal(claims -> claims.put(claim.getKey(), claim.getValue())))
          .containsExactly("an ID token is no access token");
    }
  }

  private List<String> refusal(Consumer<Map<String, Object>> change) {
    var token =
        Jwt.withTokenValue("token")
            .header("alg", "RS256")
            .claim("client_id", "portal")
            .claim("scope", "dvc-pay.portal")
            .subject("portal")
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(60))
            .claims(change)
            .build();
    return validator.validate(token).getErrors().stream().map(OAuth2Error::getDescription).toList();
  }
}
