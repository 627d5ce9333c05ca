package vn.dvc.pay.documents.render;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.documents.content.ReportDataMapper;
import vn.dvc.pay.documents.render.DocumentRepository.Key;
import vn.dvc.pay.values.Sha256;

/**
 * Serves stored documents and renders missing ones. Within a node a document is never rendered
 * twice at once: later callers wait for the first. Between nodes the table decides which one
 * counts.
 */
@Component
class PrintedDocuments implements Documents {
  private final DocumentRepository stored;
  private final ReportTemplates templates;
  private final ReportDataMapper mapper;
  private final PdfRenderer renderer;
  private final Map<Key, FutureTask<Document>> printing = new ConcurrentHashMap<>();

  PrintedDocuments(
      DocumentRepository stored,
      ReportTemplates templates,
      ReportDataMapper mapper,
      PdfRenderer renderer) {
    this.stored = stored;
    this.templates = templates;
    this.mapper = mapper;
    this.renderer = renderer;
  }

  @Override
  public Optional<Document> find(String subject, DocumentKind kind) {
    return stored.find(new Key(subject, kind, DocumentLanguage.VIETNAMESE));
  }

  @Override
  public Document paper(
      String subject,
      DocumentKind kind,
      DocumentLanguage language,
      Supplier<? extends DocumentContent> content) {
    var key = new Key(subject, kind, language);
    return stored.find(key).orElseGet(() -> printOnce(key, content));
  }

  private Document printOnce(Key key, Supplier<? extends DocumentContent> content) {
    var mine = new FutureTask<>(() -> print(key, content));
    var first = printing.putIfAbsent(key, mine);
    if (first != null) {
      return printedBy(first);
    }
    try {
      mine.run();
    } finally {
      printing.remove(key);
    }
    return printedBy(mine);
  }

  /** Looks again, because another caller may have finished meanwhile. */
  private Document print(Key key, Supplier<? extends DocumentContent> content) {
    return stored
        .find(key)
        .orElseGet(
            () -> {
              var template = templates.of(key.kind());
              var data = mapper.of(content.get(), key.language());
              var pdf = renderer.print(template, key.language(), data);
              return stored.keep(
                  key,
                  new Document(
                      DocumentRepository.fileName(key),
                      pdf,
                      Sha256.hex(pdf),
                      template.nameAndVersion()));
            });
  }

  private static Document printedBy(FutureTask<Document> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rendering a document", stop);
    }
  }
}
