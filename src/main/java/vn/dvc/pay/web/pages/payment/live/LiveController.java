package vn.dvc.pay.web.pages.payment.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.payment.OwnPayments;

/**
 * Lets a page of an unfinished payment listen. The servlet's own connection and not Spring's
 * emitter, because that one is dispatched again through all filters when it ends, by then without a
 * session.
 */
@Controller
class LiveController {
  private static final String RETRY_SECONDS = "60";

  private final OwnPayments own;
  private final ListeningPages pages;
  private final LiveSettings settings;

  LiveController(OwnPayments own, ListeningPages pages, LiveSettings settings) {
    this.own = own;
    this.pages = pages;
    this.settings = settings;
  }

  /** A browser that is refused, or told that there is nothing to come, does not try again. */
  @GetMapping("/payments/{id}/events")
  void listen(
      @PathVariable("id") String id,
      @AuthenticationPrincipal SignedInPayer payer,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var payment = own.find(id, payer).id();
    var seen = pages.mark(payment);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (seen.isFinished()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    // Proxies that keep answers back until they are whole, such as nginx, pass this one on.
    response.setHeader("X-Accel-Buffering", "no");
    var session = request.getSession().getId();
    // With the response that the filters wrapped: their headers are written with its first byte.
    var connection = request.startAsync(request, response);
    connection.setTimeout(settings.longest().toMillis());
    var page = new ListeningPage(connection, session, payer.login(), payment, seen);
    connection.addListener(new Ended(page, connection));
    if (pages.add(page)) {
      page.tellAlive();
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      page.end();
    }
  }

  /** However the connection ends, the page listens no more. */
  private class Ended implements AsyncListener {
    private final ListeningPage page;
    private final AsyncContext connection;

    Ended(ListeningPage page, AsyncContext connection) {
      this.page = page;
      this.connection = connection;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      pages.remove(page);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      connection.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
      pages.remove(page);
      page.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Nothing starts it again.
    }
  }
}
