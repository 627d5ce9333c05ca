package vn.dvc.pay.documents.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.values.Sha256;

/**
 * The templates under {@code reports/}, which are part of the program and never uploaded. Each is
 * compiled once, by its first user; at start-up that is {@link TemplatesAtStart}.
 */
@Component
class ReportTemplates {
  private static final String STYLES = "reports/styles.jrtx";
  private static final String VIETNAMESE = "reports/texts_vi.properties";
  private static final String ENGLISH = "reports/texts_en.properties";
  private final Map<DocumentKind, ReportTemplate> compiled = new ConcurrentHashMap<>();

  ReportTemplate of(DocumentKind kind) {
    return compiled.computeIfAbsent(kind, ReportTemplates::compile);
  }

  private static ReportTemplate compile(DocumentKind kind) {
    var name = kind.template();
    var text = text("reports/" + name + ".jrxml");
    return compile(name, text);
  }

  static ReportTemplate compile(String name, byte[] text) {
    var loader = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ReportTemplates.class.getClassLoader());
    try {
      var report = JasperCompileManager.compileReport(new ByteArrayInputStream(text));
      return new ReportTemplate(name, version(text), report);
    } catch (JRException | JRRuntimeException wrong) {
      throw new IllegalStateException(
          "reports/" + name + ".jrxml cannot be used: " + cause(wrong), wrong);
    } finally {
      Thread.currentThread().setContextClassLoader(loader);
    }
  }

  /** The innermost message tells an analyst how to correct the file. */
  private static @Nullable String cause(Throwable wrong) {
    return wrong.getCause() == null ? wrong.getMessage() : cause(wrong.getCause());
  }

  private static String version(byte[] text) {
    return Sha256.hex(text, text(STYLES), text(VIETNAMESE), text(ENGLISH)).substring(0, 8);
  }

  private static byte[] text(String path) {
    try {
      return new ClassPathResource(path)
          .getContentAsString(StandardCharsets.UTF_8)
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(path + " is missing", missing);
    }
  }
}
