package vn.dvc.pay.operations;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where operators sign in; the name and password go to the chain that guards /operations. */
@Controller
class StaffLoginController {

  @GetMapping("/operations/login")
  String show() {
    return "operations/login";
  }

  @GetMapping("/operations")
  String start() {
    return "redirect:/operations/cases";
  }
}
