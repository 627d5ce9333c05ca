package vn.dvc.pay.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.engine.DatabaseFailures;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.DatabaseOutage;
import vn.dvc.pay.web.SafeStackTrace;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * Decides what happens when a whole page request is refused. An unknown or foreign payment or
 * registration is "not found"; a form that lost a race leads to its subject as the winner left it.
 */
@ControllerAdvice(basePackageClasses = PageExceptionHandler.class)
class PageExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PageExceptionHandler.class);
  private static final Pattern SUBJECT =
      Pattern.compile("/(payments/P|registrations/R)[0-9A-F]{32}");

  @ExceptionHandler
  String refused(Problem problem, HttpServletResponse response, Model model) {
    response.setStatus(problem.status());
    model.addAttribute("notice", problem.code());
    return problem.status() == 404 ? "error/404" : "error/4xx";
  }

  /**
   * Handles a lost race, whether Spring or the engine reports it, and an unavailable database. Any
   * other failure is left to the next handler.
   */
  @ExceptionHandler
  Object failed(
      RuntimeException failed,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    if (DatabaseFailures.isConflict(failed)) {
      flash.addFlashAttribute("notice", "already-processing");
      var subject = SUBJECT.matcher(request.getRequestURI());
      return new SeeOther(subject.find() ? subject.group() : "/dossiers");
    }
    if (!DatabaseOutage.isCauseOf(failed)) {
      throw failed;
    }
    LOG.error("Database unavailable: {}", SafeStackTrace.of(failed));
    response.setStatus(503);
    response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.RETRY_AFTER);
    return "error/503";
  }
}
