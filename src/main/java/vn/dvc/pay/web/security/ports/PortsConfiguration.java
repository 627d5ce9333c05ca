package vn.dvc.pay.web.security.ports;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Opens the separate ports, each with threads of its own, so that one side does not stop another.
 */
@Configuration(proxyBeanMethods = false)
class PortsConfiguration {

  /** After Boot's, whose settings of the main port count here as well. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> staffPort(PortSettings ports) {
    return factory -> {
      if (ports.staff() > 0) {
        factory.addAdditionalTomcatConnectors(connector(factory, ports.staff()));
      }
    };
  }

  static Connector connector(TomcatServletWebServerFactory factory, int port) {
    var connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
    connector.setPort(port);
    factory.getTomcatConnectorCustomizers().forEach(each -> each.customize(connector));
    var compression = factory.getCompression();
    if (compression != null
        && compression.getEnabled()
        && connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setCompression("on");
      http.setCompressibleMimeType(String.join(",", compression.getMimeTypes()));
    }
    return connector;
  }
}
