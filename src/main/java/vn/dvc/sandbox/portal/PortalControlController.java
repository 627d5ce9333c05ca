package vn.dvc.sandbox.portal;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
  private final PortalMoods moods;

  PortalControlController(WebhookInbox inbox, DemoDossiers dossiers, PortalMoods moods) {
    this.inbox = inbox;
    this.dossiers = dossiers;
    this.moods = moods;
  }

  /** Has the portal answer its next requests without end. */
  @PostMapping("/moods")
  void mood(@RequestBody PortalMoods.Mood mood) {
    moods.set(mood);
  }

  @DeleteMapping("/moods")
  void noMood() {
    moods.none();
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
