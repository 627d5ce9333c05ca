package vn.dvc.pay.web.security.ports;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.tls.BankCertificates;

/**
 * The port for banks. This node ends its TLS itself, so that no header has to be believed about who
 * called: nobody gets as far as a request without a certificate of a bank's CA.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BankPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final PortSettings ports;
  private final BankCertificates certificates;

  BankPort(PortSettings ports, BankCertificates certificates) {
    this.ports = ports;
    this.certificates = certificates;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (ports.banks() > 0) {
      var connector = PortsConfiguration.connector(factory, ports.banks());
      connector.setScheme("https");
      connector.setSecure(true);
      var http = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
      http.setSSLEnabled(true);
      http.addSslHostConfig(current(http), true);
      certificates.onRenewalOfPort(() -> http.addSslHostConfig(current(http), true));
      factory.addAdditionalTomcatConnectors(connector);
    }
  }

  private SSLHostConfig current(AbstractHttp11Protocol<?> http) {
    var ours = certificates.ofPort();
    var host = new SSLHostConfig();
    host.setHostName(http.getDefaultSSLHostConfigName());
    host.setProtocols("TLSv1.2+TLSv1.3");
    host.setCertificateVerification("required");
    host.setTrustStore(certificates.authorities());
    var certificate = new SSLHostConfigCertificate(host, Type.UNDEFINED);
    certificate.setCertificateKeystore(ours.getStores().getKeyStore());
    var password = ours.getStores().getKeyStorePassword();
    certificate.setCertificateKeystorePassword(password == null ? "" : password);
    if (ours.getKey().getPassword() != null) {
      certificate.setCertificateKeyPassword(ours.getKey().getPassword());
    }
    if (ours.getKey().getAlias() != null) {
      certificate.setCertificateKeyAlias(ours.getKey().getAlias());
    }
    host.addCertificate(certificate);
    return host;
  }
}
