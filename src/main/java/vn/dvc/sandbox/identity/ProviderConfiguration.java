package vn.dvc.sandbox.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.util.function.SingletonSupplier;

/**
 * The provider's protocol and its login page. Nothing else in the sandbox asks who is calling:
 * banks and portal check signatures.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ProviderConfiguration {
  static final String LOGIN = "/identity/login";

  @Bean
  @Order(1)
  SecurityFilterChain protocolChain(HttpSecurity http, SignedOutNotices notices) throws Exception {
    var provider = OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(provider.getEndpointsMatcher())
        .with(
            provider,
            protocol ->
                protocol.oidc(
                    openId ->
                        openId.logoutEndpoint(
                            endpoint -> endpoint.logoutResponseHandler(notices::afterSignOut))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain loginChain(HttpSecurity http, PasswordLogin accounts) throws Exception {
    return http.securityMatcher("/identity/**")
        .authenticationProvider(accounts)
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(LOGIN).permitAll().anyRequest().authenticated())
        .formLogin(
            form ->
                form.loginPage(LOGIN)
                    .defaultSuccessUrl("/identity/portal")
                    // Whoever signs in chooses how surely the provider knows them.
                    .authenticationDetailsSource(
                        request -> String.valueOf(request.getParameter("level")))
                    .permitAll())
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Its address is the one under which it is called. */
  @Bean
  AuthorizationServerSettings addresses() {
    return AuthorizationServerSettings.builder().build();
  }

  /** A new key at every start, made when it is first needed, because that takes a while. */
  @Bean
  JWKSource<SecurityContext> signingKey() {
    var keys = SingletonSupplier.of(ProviderConfiguration::newKey);
    return (JWKSelector wanted, SecurityContext context) -> wanted.select(keys.obtain());
  }

  @Bean
  JwtEncoder tokenWriter(JWKSource<SecurityContext> key) {
    return new NimbusJwtEncoder(key);
  }

  @Bean
  JwtDecoder tokenReader(JWKSource<SecurityContext> key) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(key);
  }

  @Bean
  HttpSessionEventPublisher endedSessions() {
    return new HttpSessionEventPublisher();
  }

  private static JWKSet newKey() {
    try {
      return new JWKSet(new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("No key for the provider", e);
    }
  }
}
