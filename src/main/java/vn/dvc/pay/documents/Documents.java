package vn.dvc.pay.documents;

import java.util.Optional;
import java.util.function.Supplier;

/** Makes papers, each once: what was rendered is kept and served again, byte for byte. */
public interface Documents {

  /**
   * The paper of this subject, rendered now if it never was. Of two that ask at once both get the
   * paper that was stored first. Rendering holds no transaction of its own open.
   *
   * @param subject whose paper it is, for example a payment id, or a registration id and version
   * @param content what stands on the paper; asked only when it must be rendered
   */
  Document paper(String subject, DocumentKind kind, Supplier<? extends DocumentContent> content);

  /** The paper as it was rendered, empty when it never was. */
  Optional<Document> find(String subject, DocumentKind kind);
}
