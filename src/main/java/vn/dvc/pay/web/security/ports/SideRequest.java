package vn.dvc.pay.web.security.ports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A request whose session began on its own side. One that turns up elsewhere was carried there by
 * somebody, and ends.
 */
class SideRequest extends HttpServletRequestWrapper {
  private static final String SIDE = "dvc.side";

  private final Side side;

  SideRequest(HttpServletRequest request, Side side) {
    super(request);
    this.side = side;
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public @Nullable HttpSession getSession(boolean create) {
    var session = super.getSession(create);
    if (session == null) {
      return null;
    }
    if (session.getAttribute(SIDE) instanceof Side begun && begun != side) {
      session.invalidate();
      session = super.getSession(create);
    }
    if (session != null && session.getAttribute(SIDE) == null) {
      session.setAttribute(SIDE, side);
    }
    return session;
  }
}
