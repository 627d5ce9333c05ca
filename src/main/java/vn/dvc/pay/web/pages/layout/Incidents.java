package vn.dvc.pay.web.pages.layout;

import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import vn.dvc.pay.web.SafeStackTrace;

/**
 * Gives each failure of ours a number that is both shown on the error page and logged, so that a
 * payer's call to the hotline leads to the log line. The line omits foreign exceptions' texts,
 * which may quote what the payer typed.
 */
@Component
class Incidents extends DefaultErrorAttributes {
  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final String NUMBER = Incidents.class.getName();

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    var attributes = super.getErrorAttributes(request, options);
    if (attributes.get("status") instanceof Integer status && status >= 500) {
      attributes.put("incident", number(request));
    }
    return attributes;
  }

  private String number(WebRequest request) {
    var known = (String) request.getAttribute(NUMBER, RequestAttributes.SCOPE_REQUEST);
    if (known != null) {
      return known;
    }
    var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    request.setAttribute(NUMBER, number, RequestAttributes.SCOPE_REQUEST);
    log.error(
        "Incident {} at {}: {}",
        number,
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST),
        SafeStackTrace.of(getError(request)));
    return number;
  }
}
