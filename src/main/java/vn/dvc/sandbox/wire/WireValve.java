package vn.dvc.sandbox.wire;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Attaches the {@link Wire} to each request. */
class WireValve extends ValveBase {

  WireValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setAttribute(Wire.class.getName(), new TomcatWire(request));
    getNext().invoke(request, response);
  }

  private record TomcatWire(Request request) implements Wire {
    @Override
    public void close() {
      request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }

    @Override
    public void reset() {
      if (request.getConnector().getProtocolHandler() instanceof ResettingProtocol protocol) {
        protocol.reset(request.getRemotePort());
      }
      close();
    }
  }
}
