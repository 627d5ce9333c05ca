package vn.dvc.pay.web.pages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.dvc.pay.web.SignedInPayer;

/** Tells every page who is signed in, for its header. */
@ControllerAdvice(basePackageClasses = Visitor.class)
class Visitor {

  @ModelAttribute("visitor")
  SignedInPayer visitor(@AuthenticationPrincipal SignedInPayer payer) {
    return payer;
  }
}
