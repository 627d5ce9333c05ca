package vn.dvc.sandbox.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;

/** Tomcat's HTTP protocol, extended so that a connection can be reset (RST). */
public class ResettingProtocol extends Http11NioProtocol {

  void reset(int remotePort) {
    for (var connection : getEndpoint().getConnections()) {
      NioChannel channel = connection.getSocket();
      if (connection.getRemotePort() == remotePort && channel != null) {
        try {
          // Closing a socket with a linger time of zero sends RST.
          channel.getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
          // The other side has already gone, which is just as well.
          return;
        }
      }
    }
  }
}
