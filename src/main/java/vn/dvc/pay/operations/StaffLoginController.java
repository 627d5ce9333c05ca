package vn.dvc.pay.operations;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The operators' login page; it posts name and password to the filter chain that guards
 * /operations.
 */
@Controller
class StaffLoginController {

  @GetMapping("/operations/login")
  String show() {
    return "operations/login";
  }
}
