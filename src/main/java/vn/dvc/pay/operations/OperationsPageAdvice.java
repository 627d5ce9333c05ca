package vn.dvc.pay.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Problem;

/**
 * What all operator pages share: who is signed in, how times are formatted, how a refusal is shown.
 */
@ControllerAdvice(basePackageClasses = OperationsPageAdvice.class)
public class OperationsPageAdvice {

  @ModelAttribute("me")
  String me(@AuthenticationPrincipal StaffMember me) {
    return me == null ? null : me.id();
  }

  @ModelAttribute("isOperator")
  boolean isOperator(@AuthenticationPrincipal StaffMember me) {
    return me != null && me.groups().contains("operators");
  }

  @ModelAttribute("isAnalyst")
  boolean isAnalyst(@AuthenticationPrincipal StaffMember me) {
    return me != null && me.groups().contains("analysts");
  }

  @ModelAttribute("isBankStaff")
  boolean isBankStaff(@AuthenticationPrincipal StaffMember me) {
    return me != null && me.groups().stream().anyMatch(group -> group.startsWith("bank-"));
  }

  /** The entry of the navigation that the page belongs to. */
  @ModelAttribute("section")
  String section(HttpServletRequest request) {
    var uri = request.getRequestURI();
    return uri.contains("/operations/")
        ? uri.replaceFirst(".*/operations/([a-z]*).*", "$1")
        : "overview";
  }

  @ModelAttribute("times")
  Times times() {
    return new Times();
  }

  @ModelAttribute("links")
  SubjectLinks links() {
    return new SubjectLinks();
  }

  @ExceptionHandler
  ModelAndView refused(Problem problem, @AuthenticationPrincipal StaffMember me) {
    HttpStatusCode status = HttpStatus.valueOf(problem.status());
    var page = new ModelAndView("operations/refused", status);
    page.addObject("refusal", problem.code());
    page.addObject("me", me(me));
    page.addObject("isOperator", isOperator(me));
    page.addObject("isAnalyst", isAnalyst(me));
    page.addObject("isBankStaff", isBankStaff(me));
    return page;
  }

  /** Formats instants as local time in Hanoi. */
  public static class Times {
    private static final DateTimeFormatter DAY = VietnamTime.formatter("dd/MM/yyyy");
    private static final DateTimeFormatter WHEN = VietnamTime.formatter("HH:mm:ss dd/MM/yyyy");

    public String of(Instant at) {
      return at == null ? "" : WHEN.format(at);
    }

    public String day(LocalDate day) {
      return DAY.format(day);
    }
  }
}
