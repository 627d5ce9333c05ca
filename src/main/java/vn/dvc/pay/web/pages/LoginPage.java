package vn.dvc.pay.web.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door's page; who comes in is decided by the room's security. */
@Controller
class LoginPage {

  @GetMapping("/login")
  String show() {
    return "login";
  }
}
