package vn.dvc.pay.http;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How we call peers: each request is sent at most once, follows no redirect, asks for nothing
 * packed, and ends within its limits.
 */
public final class BoundedHttp {
  private static final int MAX_LINE = 8 * 1024;
  private static final int MAX_HEADERS = 100;

  private BoundedHttp() {}

  /** A client for peers that are called without a Camel route. */
  public static HttpClient client(ExchangeLimits limits) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connect()))
                    .setSocketTimeout(Timeout.of(limits.whole()))
                    .build())
            .build();
    var waits =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(limits.lease()))
            .setResponseTimeout(Timeout.of(limits.whole()))
            .build();
    return bounded(HttpClients.custom(), limits)
        .setConnectionManager(connections)
        .setDefaultRequestConfig(waits)
        .build();
  }

  static HttpClientBuilder bounded(HttpClientBuilder client, ExchangeLimits limits) {
    return client
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .evictIdleConnections(TimeValue.ofSeconds(20))
        .addExecInterceptorFirst("whole-exchange", new WholeExchangeLimit(limits));
  }

  /** Connections that do not read a head without end. */
  static HttpConnectionFactory<ManagedHttpClientConnection> connections() {
    return ManagedHttpClientConnectionFactory.builder()
        .http1Config(
            Http1Config.custom().setMaxLineLength(MAX_LINE).setMaxHeaderCount(MAX_HEADERS).build())
        .build();
  }
}
