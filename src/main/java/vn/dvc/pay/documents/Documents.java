package vn.dvc.pay.documents;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Renders documents, each only once: a rendered document is stored and served again, byte for byte.
 */
public interface Documents {

  /**
   * The document of this subject in this language, rendered now if it never was. Concurrent callers
   * all get the one that was stored first. Rendering holds no transaction of its own open.
   *
   * @param subject what it belongs to, for example a payment id, or a registration id and version
   * @param content supplies the content; called only if the document must be rendered
   */
  Document paper(
      String subject,
      DocumentKind kind,
      DocumentLanguage language,
      Supplier<? extends DocumentContent> content);

  /** The Vietnamese one. */
  default Document paper(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    return paper(subject, kind, DocumentLanguage.VIETNAMESE, content);
  }

  /** The Vietnamese document as rendered, empty if it never was. */
  Optional<Document> find(String subject, DocumentKind kind);
}
