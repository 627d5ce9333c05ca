package vn.dvc.pay.limits;

import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a payer's request comes from, as the trusted proxy says. */
final class RequestAddress {
  private RequestAddress() {}

  /** Empty for the portal's requests, and for what no request has begun. */
  static Optional<String> ofPayer() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes of
            && !of.getRequest().getServletPath().startsWith("/api/")
        ? Optional.of(of.getRequest().getRemoteAddr())
        : Optional.empty();
  }
}
