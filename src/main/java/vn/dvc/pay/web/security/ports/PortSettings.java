package vn.dvc.pay.web.security.ports;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ports besides the main one, {@code server.port}, which serves whatever has no port of its own.
 *
 * @param staff serves the operations pages and the engine's web applications; 0 for the main port
 * @param banks serves the banks' own messages, over mutual TLS; 0 for the main port
 */
@ConfigurationProperties("dvc.ports")
public record PortSettings(@DefaultValue("0") int staff, @DefaultValue("0") int banks) {

  /** Who is served at the port that took a connection, whatever a header says. */
  public Side at(int port) {
    return separate().entrySet().stream()
        .filter(it -> it.getValue() == port)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Side.PAYERS);
  }

  boolean serve(Side side, String path) {
    var separate = separate().keySet();
    var owner = separate.stream().filter(it -> it.owns(path)).findFirst().orElse(Side.PAYERS);
    return owner == side || side.shares(path);
  }

  boolean isAnySeparate() {
    return !separate().isEmpty();
  }

  private Map<Side, Integer> separate() {
    if (staff > 0) {
      return banks > 0 ? Map.of(Side.STAFF, staff, Side.BANKS, banks) : Map.of(Side.STAFF, staff);
    }
    return banks > 0 ? Map.of(Side.BANKS, banks) : Map.of();
  }
}
