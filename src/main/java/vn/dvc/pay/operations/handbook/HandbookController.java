package vn.dvc.pay.operations.handbook;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What each of the staff does, ten minutes to read; written in {@code docs/handbook}. */
@Controller
@RequestMapping("/operations/handbook")
class HandbookController {
  private final Handbooks handbooks;

  HandbookController(Handbooks handbooks) {
    this.handbooks = handbooks;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("names", Handbooks.NAMES);
    return "operations/handbooks";
  }

  @GetMapping("/{name}")
  String read(@PathVariable String name, Model model) {
    if (!Handbooks.NAMES.contains(name)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("name", name);
    model.addAttribute("text", handbooks.html(name));
    return "operations/handbook";
  }

  @GetMapping(path = "/pictures/{picture:[a-z0-9-]+}.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
  ResponseEntity<Resource> picture(@PathVariable String picture) {
    var file = new ClassPathResource("handbook/pictures/" + picture + ".jpg");
    return file.exists() ? ResponseEntity.ok(file) : ResponseEntity.notFound().build();
  }
}
