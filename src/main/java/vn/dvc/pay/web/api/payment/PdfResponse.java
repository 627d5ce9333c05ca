package vn.dvc.pay.web.api.payment;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.dvc.pay.documents.Document;

/**
 * A paper as the portal gets it. It never changes, so who has it asks by its hash whether it is
 * still the one (If-None-Match, 304); it is personal, so nobody between us keeps it.
 */
final class PdfResponse {

  private PdfResponse() {}

  static ResponseEntity<byte[]> of(Document paper) {
    var shown = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .eTag(paper.sha256())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(paper.pdf());
  }
}
