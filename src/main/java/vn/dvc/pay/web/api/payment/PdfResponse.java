package vn.dvc.pay.web.api.payment;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.dvc.pay.documents.Document;

/**
 * A document as the portal receives it. It never changes, so a client that has it can revalidate it
 * by its hash (If-None-Match, 304). It is personal, so no cache on the way may store it.
 */
final class PdfResponse {

  private PdfResponse() {}

  static ResponseEntity<byte[]> of(Document paper) {
    var shown = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .eTag(paper.sha256())
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(paper.pdf());
  }
}
