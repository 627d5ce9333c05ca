package vn.dvc.sandbox.wire;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Enables the sandbox's web server to lose a response. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> wires() {
    return factory -> {
      factory.setProtocol(ResettingProtocol.class.getName());
      factory.addEngineValves(new WireValve());
    };
  }
}
