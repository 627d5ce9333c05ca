package vn.dvc.pay.web.pages;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Makes a form that starts something do so once, however often it is sent: the same form leads to
 * the same result. Kept in the payer's session; across nodes the dossier's live lock stands in.
 */
@Component
class FormTokens {
  private static final String KEPT = FormTokens.class.getName();
  private static final int MOST = 20;

  String fresh() {
    return UUID.randomUUID().toString();
  }

  String once(HttpSession session, String token, Supplier<String> action) {
    synchronized (WebUtils.getSessionMutex(session)) {
      var done = done(session);
      var before = done.get(token);
      if (before != null) {
        return before;
      }
      var result = action.get();
      done.put(token, result);
      session.setAttribute(KEPT, done);
      return result;
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> done(HttpSession session) {
    var kept = (Map<String, String>) session.getAttribute(KEPT);
    var done = new LinkedHashMap<String, String>(kept == null ? Map.of() : kept);
    while (done.size() >= MOST) {
      done.remove(done.keySet().iterator().next());
    }
    return done;
  }
}
