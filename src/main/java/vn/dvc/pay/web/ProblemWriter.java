package vn.dvc.pay.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.dvc.pay.values.Json;
import vn.dvc.pay.values.Problem;

/**
 * Writes a refusal as {@code application/problem+json} (RFC 9457): its code, the title in both
 * languages, the detail in the caller's language, and its facts.
 */
@Component
public class ProblemWriter {
  private final Messages messages;

  ProblemWriter(Messages messages) {
    this.messages = messages;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    var language = Messages.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var code = problem.code();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "urn:dvc-pay:problem:" + code);
    body.put("title", messages.problemTitle(code, Messages.VIETNAMESE));
    body.put("titleEn", messages.problemTitle(code, Locale.ENGLISH));
    body.put("status", problem.status());
    body.put("code", code);
    body.put("detail", messages.problemDetail(code, problem.facts(), language));
    problem.facts().forEach((name, fact) -> body.putIfAbsent(name, plain(fact)));
    response.setStatus(problem.status());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }

  /** Facts are numbers, booleans or text; ids and times are written as their text form. */
  private static Object plain(Object fact) {
    return fact instanceof Number || fact instanceof Boolean ? fact : String.valueOf(fact);
  }
}
