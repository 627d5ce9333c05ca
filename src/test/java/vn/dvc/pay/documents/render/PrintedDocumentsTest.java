package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.documents.DocumentKind.PAYMENT_SUMMARY;
import static vn.dvc.pay.documents.DocumentLanguage.ENGLISH;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.documents.SampleDocuments;
import vn.dvc.pay.documents.content.DocumentsRoom;
import vn.dvc.pay.documents.content.ReportDataMapper;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

@SpringBootTest(classes = DocumentsRoom.class)
@ActiveProfiles("test")
class PrintedDocumentsTest {
  private static final int CALLERS = 8;

  private final AtomicInteger asked = new AtomicInteger();
  private final String subject = "P" + UUID.randomUUID();

  @Autowired Documents papers;
  @Autowired DocumentRepository stored;
  @Autowired ReportTemplates templates;
  @Autowired ReportDataMapper sheets;
  @Autowired PdfRenderer press;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void aDocumentIsPrintedOnceAndServedByteForByte() throws Exception {
    assertThat(papers.find(subject, PAYMENT_SUMMARY)).isEmpty();

    var first = papers.paper(subject, PAYMENT_SUMMARY, content());
    var again = papers.paper(subject, PAYMENT_SUMMARY, content());

    assertThat(asked).hasValue(1);
    assertThat(again.pdf()).isEqualTo(first.pdf());
    assertThat(papers.find(subject, PAYMENT_SUMMARY).orElseThrow().pdf()).isEqualTo(first.pdf());
    assertThat(again.sha256()).isEqualTo(first.sha256()).isEqualTo(sha256(first.pdf()));
    assertThat(again.template()).isEqualTo(first.template());
    assertThat(first.template()).matches("payment-summary@[0-9a-f]{8}");
    assertThat(first.name()).isEqualTo("bang-ke-thanh-toan-" + subject + ".pdf");
    assertThat(new PdfReader(first.pdf()).text()).contains(first.template());
  }

  @Test
  void aFileIsNamedAsItsReadersCallTheDocumentAndThePayment() {
    var id = PaymentId.fresh();

    assertThat(name(id.text(), VIETNAMESE))
        .isEqualTo("bang-ke-thanh-toan-" + id.reference() + ".pdf");
    assertThat(name(id + "/2", VIETNAMESE))
        .isEqualTo("bang-ke-thanh-toan-" + id.reference() + "-2.pdf");
  }

  @Test
  void concurrentRequestsWaitForTheSamePrinting() throws Exception {
    Callable<Document> ask = () -> papers.paper(subject, PAYMENT_SUMMARY, content());

    var got = atOnce(Collections.nCopies(CALLERS, ask));

    assertThat(asked).hasValue(1);
    assertThat(got).extracting(Document::sha256).containsOnly(got.get(0).sha256());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void theNodeThatLosesTheRaceServesTheWinnersBytes() throws Exception {
    var bothPrint = new CyclicBarrier(2);
    Supplier<DocumentContent> content =
        () -> {
          try {
            bothPrint.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return content().get();
        };
    var other = new PrintedDocuments(stored, templates, sheets, press);

    var got =
        atOnce(
            List.of(
                () -> papers.paper(subject, PAYMENT_SUMMARY, content),
                () -> other.paper(subject, PAYMENT_SUMMARY, content)));

    assertThat(asked).hasValue(2);
    assertThat(got.get(0).pdf()).isEqualTo(got.get(1).pdf());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aLostRaceLeavesTheCallersTransactionUsable() {
    var inTransaction = new TransactionTemplate(transactions);
    var winner = new PrintedDocuments(stored, templates, sheets, press);

    var served =
        inTransaction.execute(
            status -> {
              var paper =
                  papers.paper(
                      subject,
                      PAYMENT_SUMMARY,
                      () -> {
                        winner.paper(subject, PAYMENT_SUMMARY, content());
                        return content().get();
                      });
              assertThat(rows()).isEqualTo(1);
              return paper;
            });

    assertThat(served).isNotNull();
    assertThat(papers.find(subject, PAYMENT_SUMMARY).orElseThrow().pdf()).isEqualTo(served.pdf());
  }

  @Test
  void noTransactionIsOpenDuringPrinting() {
    papers.paper(
        subject,
        PAYMENT_SUMMARY,
        () -> {
          assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
          return content().get();
        });
  }

  @Test
  void aFailedPrintingStoresNothingAndMayBeRepeated() {
    assertThatThrownBy(
            () ->
                papers.paper(
                    subject,
                    PAYMENT_SUMMARY,
                    () -> {
                      throw Problem.conflict("payment-not-paid");
                    }))
        .isInstanceOf(Problem.class)
        .hasMessage("payment-not-paid");

    assertThat(papers.paper(subject, PAYMENT_SUMMARY, content())).isNotNull();
  }

  private Supplier<DocumentContent> content() {
    return () -> {
      asked.incrementAndGet();
      return SampleDocuments.of(PAYMENT_SUMMARY);
    };
  }

  private int rows() {
    return jdbc.sql("select count(*) from document where subject = ?")
        .param(subject)
        .query(Integer.class)
        .single();
  }

  private static List<Document> atOnce(List<Callable<Document>> callers) throws Exception {
    var threads = Executors.newFixedThreadPool(callers.size());
    try {
      var papers = new ArrayList<Document>();
      for (var paper : threads.invokeAll(callers)) {
        papers.add(paper.get());
      }
      return papers;
    } finally {
      threads.shutdown();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theEnglishPaperIsOneOfItsOwn() {
    var vietnamese = papers.paper(subject, PAYMENT_SUMMARY, content());
    var english = papers.paper(subject, PAYMENT_SUMMARY, ENGLISH, content());

    assertThat(new PdfReader(english.pdf()).text()).contains("PAYMENT SUMMARY");
    assertThat(papers.paper(subject, PAYMENT_SUMMARY, ENGLISH, content()).pdf())
        .isEqualTo(english.pdf());
    assertThat(papers.find(subject, PAYMENT_SUMMARY))
        .hasValueSatisfying(kept -> assertThat(kept.pdf()).isEqualTo(vietnamese.pdf()));
    assertThat(name("X1", ENGLISH)).isEqualTo("payment-summary-X1.pdf");
  }

  private static String name(String subject, DocumentLanguage language) {
    return DocumentRepository.fileName(
        new DocumentRepository.Key(subject, PAYMENT_SUMMARY, language));
  }
}
