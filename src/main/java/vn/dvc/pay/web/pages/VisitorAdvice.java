package vn.dvc.pay.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.dvc.pay.web.SignedInPayer;

/** Tells every page who is signed in and which navigation entry it belongs to. */
@ControllerAdvice(basePackageClasses = VisitorAdvice.class)
class VisitorAdvice {

  @ModelAttribute("visitor")
  SignedInPayer visitor(@AuthenticationPrincipal SignedInPayer payer) {
    return payer;
  }

  @ModelAttribute("section")
  String section(HttpServletRequest request) {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return path.replaceFirst("^/([a-z]*).*", "$1");
  }
}
