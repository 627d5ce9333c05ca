package vn.dvc.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;

/** The connection under a request, for banks whose response gets lost on the way. */
public interface Wire {

  /** Closes the connection without a response, in the orderly way (FIN). */
  void close();

  /** Resets the connection without a response (RST). */
  void reset();

  static Wire under(HttpServletRequest request) {
    return (Wire) request.getAttribute(Wire.class.getName());
  }
}
