package vn.dvc.pay.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.web.security.ports.PortSettings;
import vn.dvc.pay.web.security.ports.PublicAddresses;
import vn.dvc.pay.web.security.ports.Side;

/**
 * In production every request was sent to the public address of the port that took it, whatever its
 * {@code Host} and {@code X-Forwarded-Host} say: what somebody wrote there never becomes a link or
 * a redirect of ours.
 */
@Component
@Profile("production")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicAddressFilter extends OncePerRequestFilter {
  private final PortSettings ports;
  private final Map<Side, URI> addresses = new EnumMap<>(Side.class);

  PublicAddressFilter(PortSettings ports, PublicAddresses ours) {
    this.ports = ports;
    for (var side : Side.values()) {
      addresses.put(side, URI.create(ours.of(side)));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var address = addresses.get(ports.at(request.getLocalPort()));
    chain.doFilter(new AtOurAddress(request, address), response);
  }

  private static final class AtOurAddress extends HttpServletRequestWrapper {
    private static final int HTTPS = 443;
    private final URI address;

    AtOurAddress(HttpServletRequest request, URI address) {
      super(request);
      this.address = address;
    }

    @Override
    public String getScheme() {
      return address.getScheme();
    }

    @Override
    public boolean isSecure() {
      return "https".equals(address.getScheme());
    }

    @Override
    public String getServerName() {
      return address.getHost();
    }

    @Override
    public int getServerPort() {
      return address.getPort() < 0 ? HTTPS : address.getPort();
    }

    @Override
    public StringBuffer getRequestURL() {
      return new StringBuffer("%s://%s".formatted(address.getScheme(), address.getAuthority()))
          .append(getRequestURI());
    }
  }
}
