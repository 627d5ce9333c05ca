package vn.dvc.pay.web.pages.layout;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.dvc.pay.documents.Document;

/**
 * A document as the browser receives it: shown inline, never sniffed as anything but a PDF, never
 * stored.
 */
public final class DocumentResponse {

  private DocumentResponse() {}

  public static ResponseEntity<byte[]> of(Document paper) {
    var shown = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(paper.pdf());
  }
}
