package vn.dvc.pay.web.security.openid.provider;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Verifies what providers sign: who signed in, and who has signed out. */
@Component
public class ProviderTokens implements JwtDecoderFactory<ClientRegistration> {
  private static final List<SignatureAlgorithm> ALGORITHMS =
      List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

  private final Map<String, JwtDecoder> idTokens = new ConcurrentHashMap<>();
  private final Map<String, JwtDecoder> logoutTokens = new ConcurrentHashMap<>();

  @Override
  public JwtDecoder createDecoder(ClientRegistration provider) {
    return idTokens.computeIfAbsent(
        provider.getRegistrationId(),
        id ->
            decoder(
                provider,
                new JwtTimestampValidator(),
                new OidcIdTokenValidator(provider),
                JwtTypeValidator.jwt()));
  }

  public JwtDecoder logoutDecoder(ClientRegistration provider) {
    return logoutTokens.computeIfAbsent(
        provider.getRegistrationId(),
        id -> decoder(provider, new JwtTimestampValidator(), new LogoutTokenValidator(provider)));
  }

  @SafeVarargs
  private static JwtDecoder decoder(
      ClientRegistration provider, OAuth2TokenValidator<Jwt>... validators) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(provider.getProviderDetails().getJwkSetUri())
            .restOperations(ProviderHttp.published())
            .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
            .validateType(false)
            .build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
