package vn.dvc.pay.web.security.sessions;

import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;
import vn.dvc.pay.keys.Sealing;

/** Sessions in the database ({@code web_session}), by Spring Session. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
@EnableConfigurationProperties(SessionSettings.class)
class SessionsConfiguration {
  /** H2 has no {@code on conflict do update}. */
  private static final String SET_ON_H2 =
      "merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)"
          + " key (session_primary_id, attribute_name) values (?, ?, ?)";

  /** Each statement commits by itself: a session read costs one, and none of them needs another. */
  @Bean
  static SealedSessions<?> sessions(
      JdbcOperations jdbc,
      SessionSettings settings,
      SessionValues values,
      ApplicationEventPublisher events) {
    var stored = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
    stored.setTableName("web_session");
    stored.setDefaultMaxInactiveInterval(settings.anonymous());
    // Whose a session is nobody looks up, and nobody shall read.
    stored.setIndexResolver(session -> Map.of());
    stored.setConversionService(alreadySealed());
    // Two requests of a browser may set the same attribute first.
    if (isPostgres(jdbc)) {
      new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(stored);
    } else {
      stored.setCreateSessionAttributeQuery(SET_ON_H2);
    }
    return new SealedSessions<>(stored, values, events);
  }

  @Bean
  static CookieSerializer sessionCookies(ServerProperties server, Sealing sealing) {
    var settings = server.getServlet().getSession().getCookie();
    var cookies = new DefaultCookieSerializer();
    cookies.setUseBase64Encoding(false);
    var map = PropertyMapper.get().alwaysApplyingWhenNonNull();
    map.from(settings::getName).to(cookies::setCookieName);
    map.from(settings::getHttpOnly).to(cookies::setUseHttpOnlyCookie);
    map.from(settings::getSecure).to(cookies::setUseSecureCookie);
    map.from(settings::getSameSite).as(it -> it.attributeValue()).to(cookies::setSameSite);
    return new SealedCookies(cookies, sealing);
  }

  private static ConversionService alreadySealed() {
    var none = new GenericConversionService();
    none.addConverter(Object.class, byte[].class, byte[].class::cast);
    none.addConverter(byte[].class, Object.class, bytes -> bytes);
    return none;
  }

  private static boolean isPostgres(JdbcOperations jdbc) {
    return "PostgreSQL"
        .equals(
            jdbc.execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()));
  }
}
