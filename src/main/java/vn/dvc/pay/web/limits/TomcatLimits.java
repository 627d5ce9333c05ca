package vn.dvc.pay.web.limits;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link BodyLimitValve} before everything else that Tomcat does with a request. */
@Configuration(proxyBeanMethods = false)
class TomcatLimits {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesWithinLimits(
      IncomingLimits limits) {
    return factory -> factory.addContextValves(new BodyLimitValve(limits));
  }
}
