package vn.dvc.pay.web.security.production;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a bank and we know each other by certificates: ours, and its CA, pinned. */
final class MutualTlsFindings {
  private static final String BUNDLE = "spring.ssl.bundle.pem.";
  private static final String STORES = "spring.ssl.bundle.jks.";

  private MutualTlsFindings() {}

  /**
   * @param settings a setting by its name; null if it needs a variable that is missing, as told
   *     already
   */
  static List<String> of(String bin, UnaryOperator<@Nullable String> settings) {
    var link = "dvc.mutual-tls.banks." + bin;
    var bundle = settings.apply(link + ".bundle");
    if (isBlank(bundle)) {
      return List.of(
          "bank %s would be called without a certificate of ours (%s.bundle)".formatted(bin, link));
    }
    var wrong = new ArrayList<String>();
    if (isBlank(settings.apply(BUNDLE + bundle + ".keystore.certificate"))
        && isBlank(settings.apply(STORES + bundle + ".keystore.location"))) {
      wrong.add(
          "our certificate for bank %s is missing (%s%s.keystore)".formatted(bin, BUNDLE, bundle));
    }
    if (isBlank(settings.apply(BUNDLE + bundle + ".truststore.certificate"))
        && isBlank(settings.apply(STORES + bundle + ".truststore.location"))) {
      wrong.add(
          "any public CA could vouch for bank %s (%s%s.truststore)".formatted(bin, BUNDLE, bundle));
    }
    if (isBlank(settings.apply(link + ".client-name"))) {
      wrong.add(
          "any certificate of the CA of bank %s would do for its messages (%s.client-name)"
              .formatted(bin, link));
    }
    return wrong;
  }

  private static boolean isBlank(@Nullable String text) {
    return text != null && text.isBlank();
  }
}
