package vn.dvc.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;

/** The connection under a request, for banks whose answer gets lost on the way. */
public interface Wire {

  /** Ends the connection without an answer, in the orderly way (FIN). */
  void close();

  /** Breaks the connection without an answer (RST). */
  void reset();

  static Wire under(HttpServletRequest request) {
    return (Wire) request.getAttribute(Wire.class.getName());
  }
}
