package vn.dvc.pay.web.security.openid;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import vn.dvc.pay.values.Sha256;
import vn.dvc.pay.web.security.openid.provider.Audience;

/**
 * By which session at a provider somebody is signed in here.
 *
 * @param ids the session's and the person's, under which the provider reports a sign-out
 * @param idToken shown to the provider when the person signs out here
 */
public record ProviderSession(Audience audience, List<String> ids, String idToken, Instant since)
    implements Serializable {

  public static ProviderSession of(Audience audience, OidcIdToken token, Instant now) {
    return new ProviderSession(
        audience,
        ids(audience, token.getClaimAsString("sid"), token.getSubject()),
        token.getTokenValue(),
        now);
  }

  /** Hashed, because nobody needs to read in our tables who signed out. */
  static List<String> ids(Audience audience, @Nullable String session, @Nullable String person) {
    return Stream.of(id(audience, "session", session), id(audience, "person", person))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String id(Audience audience, String kind, @Nullable String id) {
    return id == null
        ? null
        : Sha256.hex((audience + " " + kind + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
