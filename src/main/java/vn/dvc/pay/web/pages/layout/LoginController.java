package vn.dvc.pay.web.pages.layout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the login page; the security configuration decides who gets in. */
@Controller
class LoginController {

  @GetMapping("/login")
  String show() {
    return "login";
  }
}
