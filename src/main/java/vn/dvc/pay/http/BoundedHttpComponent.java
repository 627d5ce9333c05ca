package vn.dvc.pay.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/** Camel's HTTP component within limits, see {@link BoundedHttp}. */
@Component("http")
public class BoundedHttpComponent extends HttpComponent {

  /** Retries are disabled twice over, because a single one would be a second debit. */
  public BoundedHttpComponent(ExchangeLimits limits) {
    setAutomaticRetriesDisabled(true);
    setFollowRedirects(false);
    setCookieManagementDisabled(true);
    // Otherwise the headers we sent, including our signature, would pass for the peer's where it
    // sends none.
    setCopyHeaders(false);
    setConnectionRequestTimeout(limits.lease().toMillis());
    setConnectTimeout(limits.connect().toMillis());
    setConnectionTimeToLive(45_000);
    setHttpClientConfigurer(client -> BoundedHttp.bounded(client, limits));
  }

  @Override
  protected Registry<ConnectionSocketFactory> createConnectionRegistry(
      HostnameVerifier names, SSLContextParameters tls, boolean useSystem)
      throws GeneralSecurityException, IOException {
    return tls instanceof RenewableTls renewable
        ? renewable.registry()
        : super.createConnectionRegistry(names, tls, useSystem);
  }

  /** As Camel makes it, but with connections that do not read a head without end. */
  @Override
  protected HttpClientConnectionManager createConnectionManager(
      Registry<ConnectionSocketFactory> registry, int total, int perRoute, SocketConfig socket) {
    var connections =
        new PoolingHttpClientConnectionManager(
            registry,
            PoolConcurrencyPolicy.STRICT,
            TimeValue.ofMilliseconds(getConnectionTimeToLive()),
            BoundedHttp.connections());
    connections.setMaxTotal(total > 0 ? total : getMaxTotalConnections());
    connections.setDefaultMaxPerRoute(perRoute > 0 ? perRoute : getConnectionsPerRoute());
    connections.setDefaultSocketConfig(socket);
    return connections;
  }
}
