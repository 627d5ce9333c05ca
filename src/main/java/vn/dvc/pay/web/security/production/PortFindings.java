package vn.dvc.pay.web.security.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether payers, staff and watchers are kept apart: each at a port, staff at a host, of its own.
 */
final class PortFindings {
  private static final Map<String, String> PORTS = ports();

  private PortFindings() {}

  /**
   * @param settings a setting by its name; null if it needs a variable that is missing, as told
   *     already
   */
  static List<String> of(UnaryOperator<@Nullable String> settings) {
    var wrong = new ArrayList<String>();
    var taken = new HashSet<String>();
    PORTS.forEach(
        (name, remedy) -> {
          var port = settings.apply(name);
          if (port != null && isPort(port) && !taken.add(port)) {
            wrong.add("port %s is meant for two (%s)".formatted(port, remedy));
          }
        });
    var staff = settings.apply("dvc.ports.staff");
    if (staff != null && !isPort(staff)) {
      wrong.add("staff have no port of their own (DVC_STAFF_PORT)");
    }
    var banks = settings.apply("dvc.ports.banks");
    if (banks != null && !isPort(banks)) {
      wrong.add("banks have no port of their own, where they show a certificate (DVC_BANK_PORT)");
    }
    var home = settings.apply("dvc.staff-url");
    if (home != null && !home.startsWith("https://")) {
      wrong.add("the address of staff's pages is not an https address (DVC_STAFF_URL)");
    } else if (home != null && host(home).equals(host(settings.apply("dvc.public-url")))) {
      wrong.add(
          "payers and staff share a host, whose ports share all cookies (DVC_STAFF_URL or"
              + " DVC_PUBLIC_URL)");
    }
    return wrong;
  }

  private static boolean isPort(String text) {
    return text.matches("[1-9][0-9]{0,4}");
  }

  private static String host(@Nullable String address) {
    try {
      return address == null ? "" : String.valueOf(URI.create(address).getHost());
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  private static Map<String, String> ports() {
    var ports = new LinkedHashMap<String, String>();
    ports.put("server.port", "SERVER_PORT");
    ports.put("dvc.ports.staff", "DVC_STAFF_PORT");
    ports.put("dvc.ports.banks", "DVC_BANK_PORT");
    ports.put("management.server.port", "DVC_MANAGEMENT_PORT");
    return ports;
  }
}
