package vn.dvc.sandbox.portal;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What testers see and do at the portal. */
@RestController
@RequestMapping("/sandbox/portal")
class PortalControlController {

  private final WebhookInbox inbox;
  private final DemoDossiers dossiers;

  PortalControlController(WebhookInbox inbox, DemoDossiers dossiers) {
    this.inbox = inbox;
    this.dossiers = dossiers;
  }

  @GetMapping("/webhooks")
  List<WebhookInbox.Delivery> webhooks() {
    return inbox.deliveries();
  }

  /** Registers the demo dossiers again or, with {@code more=true}, new ones like them. */
  @PostMapping("/dossiers/seed")
  List<DemoDossiers.Put> seed(@RequestParam(defaultValue = "false") boolean more)
      throws InterruptedException {
    try {
      return more ? dossiers.seedMore() : dossiers.seed();
    } catch (IOException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_GATEWAY, "DVC Pay does not answer; is it running?");
    }
  }
}
