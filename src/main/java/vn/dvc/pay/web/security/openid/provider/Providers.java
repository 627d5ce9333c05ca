package vn.dvc.pay.web.security.openid.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;
import vn.dvc.pay.web.security.ports.PublicAddresses;

/**
 * The configured providers. Asked about themselves when first needed, not at start: we start while
 * they are away, and they may need us to start.
 */
@Component
public class Providers implements ClientRegistrationRepository {
  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private final IdentitySettings settings;
  private final PublicAddresses ours;
  private final RestTemplate http = ProviderHttp.published();
  private final Map<Audience, ClientRegistration> known = new ConcurrentHashMap<>();

  Providers(IdentitySettings settings, PublicAddresses ours) {
    this.settings = settings;
    this.ours = ours;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    for (var audience : Audience.values()) {
      if (audience.id().equals(id) && settings.isConfigured(audience)) {
        return of(audience);
      }
    }
    return null;
  }

  /** Two requests may ask the provider at the same time; that does no harm. */
  public ClientRegistration of(Audience audience) {
    var registration = known.get(audience);
    if (registration == null) {
      registration = discover(audience);
      known.put(audience, registration);
    }
    return registration;
  }

  private ClientRegistration discover(Audience audience) {
    var provider = settings.of(audience);
    var issuer = provider.issuer();
    var document =
        http.exchange(
                issuer.replaceAll("/$", "") + "/.well-known/openid-configuration",
                HttpMethod.GET,
                null,
                DOCUMENT)
            .getBody();
    if (document == null || !issuer.equals(document.get("issuer"))) {
      throw new IllegalStateException("The provider calls itself otherwise than " + issuer);
    }
    return ClientRegistrations.fromOidcConfiguration(document)
        .registrationId(audience.id())
        .clientId(provider.clientId())
        .clientSecret(provider.clientSecret())
        .scope("openid", "profile")
        // Ours as configured, whatever host a request names.
        .redirectUri(ours.of(audience.side()) + audience.callback())
        .userNameAttributeName("sub")
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .build();
  }
}
