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
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.documents.content.ReportDataMapper;
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
  private final Map<String, FutureTask<Document>> printing = new ConcurrentHashMap<>();

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
    return stored.find(subject, kind);
  }

  @Override
  public Document paper(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    return find(subject, kind).orElseGet(() -> printOnce(subject, kind, content));
  }

  private Document printOnce(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    var key = kind + " " + subject;
    var mine = new FutureTask<>(() -> print(subject, kind, content));
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
  private Document print(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    return find(subject, kind)
        .orElseGet(
            () -> {
              var template = templates.of(kind);
              var pdf = renderer.print(template, mapper.of(content.get()));
              var name = DocumentRepository.fileName(subject, kind);
              return stored.keep(
                  subject,
                  kind,
                  new Document(name, pdf, Sha256.hex(pdf), template.nameAndVersion()));
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
