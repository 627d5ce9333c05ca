package vn.dvc.sandbox.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import vn.dvc.sandbox.SandboxSettings;

/** The programs that may use the provider. */
@Configuration(proxyBeanMethods = false)
class Clients {

  @Bean
  RegisteredClientRepository registeredClients(ProviderSettings settings, SandboxSettings sandbox) {
    return new InMemoryRegisteredClientRepository(
        pages(settings.payersClient(), sandbox.appUrl()),
        pages(settings.staffClient(), sandbox.staffUrl()),
        api(settings.apiClient()));
  }

  private static RegisteredClient pages(ProviderSettings.Client client, String appUrl) {
    return named(client.id(), client.secret())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(appUrl + client.callback())
        .postLogoutRedirectUri(appUrl + client.home())
        .scope("openid")
        .scope("profile")
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .build();
  }

  private static RegisteredClient api(ProviderSettings.ApiClient client) {
    return named(client.id(), client.id())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scope(client.scope())
        .build();
  }

  private static RegisteredClient.Builder named(String id, String secret) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret("{noop}" + secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
  }
}
