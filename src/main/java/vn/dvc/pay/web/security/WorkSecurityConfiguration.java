package vn.dvc.pay.web.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.web.security.accounts.TasklistVisitors;
import vn.dvc.pay.web.security.forms.ExpiredFormHandler;
import vn.dvc.pay.web.security.openid.signin.OpenIdSignIn;
import vn.dvc.pay.web.security.sessions.StaffSessions;

/**
 * The pages for others than operators: the list of the bank's tasks, the handbooks, and the release
 * of models; and what Cockpit shows of ours. Their readers may come from Tasklist or Cockpit,
 * signed in there.
 */
@Configuration(proxyBeanMethods = false)
class WorkSecurityConfiguration {
  private static final String LOGIN = "/operations/login";
  private static final String[] HANDBOOK = {"/operations/handbook", "/operations/handbook/**"};

  private static final String FIND = "/operations/work/find";
  private static final String COCKPIT = "/operations/cockpit";
  private static final String[] MODELS = {"/operations/models", "/operations/models/**"};

  @Bean
  @Order(3)
  SecurityFilterChain workChain(
      HttpSecurity http, TasklistSessions tasklist, OpenIdSignIn openId, PageHeaders headers)
      throws Exception {
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey(StaffSessions.CONTEXT);
    openId.endSessionsIn(http);
    return http.securityMatchers(
            pages ->
                pages
                    .requestMatchers("/operations/work", "/operations/work/**")
                    .requestMatchers(HANDBOOK)
                    .requestMatchers(COCKPIT)
                    .requestMatchers(MODELS))
        .securityContext(context -> context.securityContextRepository(contexts))
        .addFilterBefore(new TasklistVisitors(tasklist), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HANDBOOK)
                    .hasRole("STAFF")
                    .requestMatchers(COCKPIT)
                    .hasRole("OPERATOR")
                    .requestMatchers(MODELS)
                    .hasAnyRole("ANALYST", "OPERATOR")
                    .requestMatchers(FIND)
                    .hasAnyRole("BANK", "OPERATOR")
                    .anyRequest()
                    .hasRole("BANK"))
        .requestCache(cache -> cache.requestCache(SignInPage.wishes()))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(new SignInPage(LOGIN))
                    .accessDeniedHandler(new ExpiredFormHandler(LOGIN + "?expired")))
        .headers(headers)
        .build();
  }
}
