package vn.dvc.pay.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.LayeredConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * TLS under certificates that may be renewed while we run: connections that are open stay so, the
 * next one uses what is current. A peer under it is never called without TLS.
 */
public final class RenewableTls extends SSLContextParameters {
  private volatile SSLConnectionSocketFactory current;

  public RenewableTls(SSLContext first) {
    current = new SSLConnectionSocketFactory(first);
  }

  public void renew(SSLContext next) {
    current = new SSLConnectionSocketFactory(next);
  }

  Registry<ConnectionSocketFactory> registry() {
    return RegistryBuilder.<ConnectionSocketFactory>create().register("https", sockets()).build();
  }

  private LayeredConnectionSocketFactory sockets() {
    return new LayeredConnectionSocketFactory() {
      @Override
      public Socket createSocket(HttpContext context) throws IOException {
        return current.createSocket(context);
      }

      @Override
      public Socket createSocket(Proxy proxy, HttpContext context) throws IOException {
        return current.createSocket(proxy, context);
      }

      @Override
      public Socket connectSocket(
          TimeValue timeout,
          Socket socket,
          HttpHost host,
          InetSocketAddress remote,
          InetSocketAddress local,
          HttpContext context)
          throws IOException {
        return current.connectSocket(timeout, socket, host, remote, local, context);
      }

      @Override
      public Socket createLayeredSocket(Socket socket, String target, int port, HttpContext context)
          throws IOException {
        return current.createLayeredSocket(socket, target, port, context);
      }
    };
  }
}
