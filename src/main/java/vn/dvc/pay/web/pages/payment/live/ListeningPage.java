package vn.dvc.pay.web.pages.payment.live;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.dvc.pay.payment.PaymentStory.Mark;
import vn.dvc.pay.values.PaymentId;

/**
 * A page that listens. All that it is told fits into the connection's buffers, so that nobody waits
 * for a page that does not read.
 */
class ListeningPage {
  private final AsyncContext connection;
  private final String session;
  private final String login;
  private final PaymentId payment;
  private Mark seen;

  ListeningPage(
      AsyncContext connection, String session, String login, PaymentId payment, Mark seen) {
    this.connection = connection;
    this.session = session;
    this.login = login;
    this.payment = payment;
    this.seen = seen;
  }

  PaymentId payment() {
    return payment;
  }

  boolean hasSamePayer(ListeningPage other) {
    return login.equals(other.login);
  }

  /** The id of the session in which it listens, and with which it ends. */
  String session() {
    return session;
  }

  synchronized void tell(Mark now) throws IOException {
    if (!now.equals(seen)) {
      seen = now;
      send("changed");
    }
  }

  /** The page hears that it is heard, which a proxy that keeps answers back would hide from it. */
  synchronized void tellAlive() throws IOException {
    send("alive");
  }

  void end() {
    try {
      connection.complete();
    } catch (IllegalStateException alreadyEnded) {
      // The browser was quicker.
    }
  }

  /** Only the name of what happened: the page asks for the rest, as itself. */
  private void send(String event) throws IOException {
    var out = connection.getResponse().getOutputStream();
    out.write(("event: " + event + "\ndata:\n\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
