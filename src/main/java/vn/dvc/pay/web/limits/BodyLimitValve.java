package vn.dvc.pay.web.limits;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps bodies within {@link IncomingLimits} before any filter sees the request. A thread waits for
 * a body only for a short time, and only so many do, so that slow senders keep nobody else waiting.
 */
class BodyLimitValve extends ValveBase {
  private static final Logger LOG = LoggerFactory.getLogger(BodyLimitValve.class);
  private static final String RETRY_AFTER = "5";

  private final IncomingLimits limits;
  private final SlowBodySlots slots;

  /** What goes on without a thread, such as a page that listens, passes: its body came before. */
  BodyLimitValve(IncomingLimits limits) {
    super(true);
    this.limits = limits;
    this.slots = new SlowBodySlots(limits);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var body = new BoundedBody(request, limits, slots);
    request.getCoyoteRequest().setInputBuffer(body);
    try {
      getNext().invoke(request, response);
      if (body.refusal() != 0) {
        refuse(request, response, body.refusal());
      } else if (!request.isAsync()) {
        readOn(request, body);
      }
    } finally {
      body.stopWaiting();
      request.getCoyoteRequest().setInputBuffer(body.original());
    }
  }

  /** Whatever the application made of a body that broke off does not count. */
  private static void refuse(Request request, Response response, int status) throws IOException {
    LOG.info("Body of {} refused: {}", request.getRequestURI(), status);
    closesAfterwards(request);
    if (!response.isCommitted()) {
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
      response.reset();
      if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
        response.setHeader("Retry-After", RETRY_AFTER);
      }
      response.sendError(status);
    }
  }

  /** Otherwise Tomcat would read on, without our limits. */
  private static void readOn(Request request, BoundedBody body) {
    var notYetSent = request.getHeader("Expect") != null && body.isUntouched();
    if (notYetSent || !body.isReadToItsEnd()) {
      closesAfterwards(request);
    }
  }

  private static void closesAfterwards(Request request) {
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
  }
}
