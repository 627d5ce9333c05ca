package vn.dvc.pay.web.security.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dvc.pay.values.DossierCode;

/** The page that shows what a form was about, as it is now: where its sender wants to go on. */
final class FormPage {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "/(payments/P[0-9A-F]{32}|registrations/R[0-9A-F]{32}"
              + "|operations/(?:cases|payments)/[A-Za-z0-9]+"
              + "|operations/(?:stuck|reconciliation))(?=/|$)");

  private FormPage() {}

  /** The page's address within the application; empty where none is better than the first page. */
  static Optional<String> of(HttpServletRequest form) {
    var path = form.getRequestURI().substring(form.getContextPath().length());
    var subject = SUBJECT.matcher(path);
    if (subject.lookingAt()) {
      return Optional.of(subject.group());
    }
    return switch (path) {
      case "/payments" -> choice(form.getParameterValues("dossier"));
      case "/registrations" -> Optional.of("/registrations/new");
      default -> Optional.empty();
    };
  }

  private static Optional<String> choice(String[] dossiers) {
    if (dossiers == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Arrays.stream(dossiers)
              .map(code -> "dossier=" + DossierCode.of(code))
              .collect(Collectors.joining("&", "/payments/new?", "")));
    } catch (IllegalArgumentException notACode) {
      return Optional.empty();
    }
  }
}
