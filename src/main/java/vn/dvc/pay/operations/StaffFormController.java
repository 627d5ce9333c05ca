package vn.dvc.pay.operations;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.registration.RegistrationDocuments;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Shows a registration's printed form in the browser, in exactly the version that a task refers to.
 */
@Controller
class StaffFormController {
  private final RegistrationDocuments documents;

  StaffFormController(RegistrationDocuments documents) {
    this.documents = documents;
  }

  @GetMapping("/operations/registrations/{id}/form.pdf")
  ResponseEntity<byte[]> show(@PathVariable String id, @RequestParam int version) {
    var paper = form(id, version);
    var inline = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, inline.toString())
        .body(paper.pdf());
  }

  private Document form(String id, int version) {
    try {
      return documents.form(RegistrationId.of(id), version);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("registration-not-found");
    }
  }
}
