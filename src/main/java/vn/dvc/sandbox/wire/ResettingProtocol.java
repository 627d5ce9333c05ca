package vn.dvc.sandbox.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;

/** HTTP as Tomcat speaks it, but able to break one of its connections with a RST. */
public class ResettingProtocol extends Http11NioProtocol {

  void reset(int remotePort) {
    for (var connection : getEndpoint().getConnections()) {
      NioChannel channel = connection.getSocket();
      if (connection.getRemotePort() == remotePort && channel != null) {
        try {
          // Closed with nothing to linger for, a socket answers RST.
          channel.getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
          // The other side has gone already, which is what was wanted.
          return;
        }
      }
    }
  }
}
