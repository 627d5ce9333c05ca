package vn.dvc.pay.web.pages.layout;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door's page; who comes in is decided by the room's security. */
@Controller
class LoginController {

  @GetMapping("/login")
  String show() {
    return "login";
  }
}
