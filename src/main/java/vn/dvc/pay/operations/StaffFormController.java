package vn.dvc.pay.operations;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.engine.BankGroups;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.registration.RegistrationDocuments;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Shows a registration's printed form in the browser, in exactly the version that a task refers to.
 */
@Controller
class StaffFormController {
  private final RegistrationDocuments documents;
  private final Registrations registrations;

  StaffFormController(RegistrationDocuments documents, Registrations registrations) {
    this.documents = documents;
    this.registrations = registrations;
  }

  @GetMapping("/operations/registrations/{id}/form.pdf")
  ResponseEntity<byte[]> show(
      @PathVariable String id, @RequestParam int version, @AuthenticationPrincipal StaffMember me) {
    var paper = form(id, version, me);
    var inline = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, inline.toString())
        .body(paper.pdf());
  }

  /** Who works for another bank learns not even that there is one. */
  private Document form(String id, int version, StaffMember me) {
    try {
      var registration = RegistrationId.of(id);
      if (!mayRead(registration, me)) {
        throw Problem.notFound("registration-not-found");
      }
      return documents.form(registration, version);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("registration-not-found");
    }
  }

  private boolean mayRead(RegistrationId id, StaffMember me) {
    return me.groups().contains("operators")
        || registrations
            .find(id)
            .map(it -> it.application().account().bank())
            .filter(bank -> BankGroups.areStaffOf(bank, me.groups()))
            .isPresent();
  }
}
