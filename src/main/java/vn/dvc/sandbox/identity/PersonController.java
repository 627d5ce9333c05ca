package vn.dvc.sandbox.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.dvc.sandbox.SandboxSettings;

/** The provider's login page, and the portal's first page for whoever is signed in there. */
@Controller
@RequestMapping("/identity")
class PersonController {
  private final People people;
  private final SandboxSettings settings;
  private final SignedOutNotices notices;

  PersonController(People people, SandboxSettings settings, SignedOutNotices notices) {
    this.people = people;
    this.settings = settings;
    this.notices = notices;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("appUrl", settings.appUrl());
    return "sandbox/login";
  }

  @GetMapping("/portal")
  String portal(Principal signedIn, Model model) {
    people.find(signedIn.getName()).ifPresent(person -> model.addAttribute("person", person));
    model.addAttribute("appUrl", settings.appUrl());
    model.addAttribute("staffUrl", settings.staffUrl());
    return "sandbox/portal";
  }

  @PostMapping("/logout")
  String signOut(HttpServletRequest request, HttpServletResponse response, Authentication who) {
    notices.tell(request.getSession(), request);
    new SecurityContextLogoutHandler().logout(request, response, who);
    return "redirect:/identity/login?signedOut";
  }
}
