package vn.dvc.pay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;

/** Every text for people exists in Vietnamese and in English. */
@Tag("fast")
class MessagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Pattern PROBLEM =
      Pattern.compile(
          "(?:new\\s+Problem\\(\\s*\\d{3},|(?:conflict|invalid|notFound|demand)\\((?:[^;\"]*,)?)\\s*"
              + "\"([a-z0-9-]+)\"");
  private static final Pattern AUDITED =
      Pattern.compile("\\bwrite\\(\\s*[\\w.()\"]+,\\s*\"([a-z-]+)\"");
  private static final Pattern REASONS =
      Pattern.compile("Reason:\\s+type: string\\s+enum: \\[([^]]*)]");
  private static final List<String> REASONS_OF_THE_API =
      List.of(
          "insufficient-funds",
          "card-not-enabled-online",
          "card-locked",
          "card-expired",
          "card-data-wrong",
          "otp-tries-used",
          "limit-exceeded",
          "mandate-suspended",
          "account-closed",
          "bank-unavailable",
          "bank-declined",
          "cancelled-by-payer",
          "window-ended");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    try (var files = Files.list(BUNDLES)) {
      var vietnamese = files.filter(file -> !file.toString().contains("_en.")).sorted().toList();
      assertThat(vietnamese).isNotEmpty();
      for (var file : vietnamese) {
        var english = Path.of(file.toString().replace(".properties", "_en.properties"));
        assertThat(read(english).keySet()).as(file.toString()).isEqualTo(read(file).keySet());
        read(file).forEach((key, text) -> assertThat((String) text).as((String) key).isNotBlank());
        read(english)
            .forEach((key, text) -> assertThat((String) text).as((String) key).isNotBlank());
      }
    }
  }

  /** The legal receipt is the collecting authority's; our documents only confirm a payment. */
  @Test
  void noTextCallsAConfirmationOfPaymentAReceipt() throws IOException {
    try (var files = Files.list(BUNDLES)) {
      for (var file : files.toList()) {
        read(file)
            .forEach(
                (key, text) -> {
                  var words = ((String) text).toLowerCase(Locale.ROOT);
                  if (words.contains("biên lai") || words.contains("receipt")) {
                    assertThat(words)
                        .as((String) key)
                        .containsAnyOf("không phải", "is not a receipt");
                  }
                });
      }
    }
  }

  @Test
  void everyProblemHasATitle() throws IOException {
    var texts = all();
    var codes = found(PROBLEM);
    assertThat(codes).contains("dossier-not-found", "field-missing", "internal-error");
    assertThat(codes)
        .allSatisfy(code -> assertThat(texts.getProperty("problem." + code)).as(code).isNotNull());
  }

  @Test
  void everyActionInTheAuditTrailHasAText() throws IOException {
    var texts = all();
    var actions = found(AUDITED);
    assertThat(actions).contains("case-proposed", "registration-approved", "step-retried");
    assertThat(actions)
        .allSatisfy(action -> assertThat(texts.getProperty("audit." + action)).isNotNull());
  }

  @Test
  void everyReasonHasATitleAndANextStep() throws IOException {
    var texts = all();
    var reasons = new TreeSet<>(REASONS_OF_THE_API);
    var contract = Files.readString(Path.of("src/main/resources/contracts/bank-v1.yaml"));
    var found = REASONS.matcher(contract);
    assertThat(found.find()).isTrue();
    Arrays.stream(found.group(1).split(",")).map(String::strip).forEach(reasons::add);
    for (var reason : reasons) {
      assertThat(texts.getProperty("reason." + reason + ".title")).as(reason).isNotNull();
      assertThat(texts.getProperty("reason." + reason + ".next")).as(reason).isNotNull();
    }
  }

  @Test
  void everyStatusHasAText() throws IOException {
    var texts = all();
    for (var status : Dossier.Status.values()) {
      assertThat(texts.getProperty("status.dossier." + status)).as(status.name()).isNotNull();
    }
    for (var status : PaymentStatus.values()) {
      assertThat(texts.getProperty("status.payment." + status.word()))
          .as(status.word())
          .isNotNull();
    }
    assertThat(texts.getProperty("status.dossier.PAID")).isEqualTo("ĐÃ THANH TOÁN");
  }

  @Test
  void languageIsVietnameseUnlessEnglishIsAskedFor() {
    for (var vietnamese : new String[] {null, "", "fr", "vi-VN, en;q=0.8", "*", ";;;nonsense"}) {
      assertThat(Messages.language(vietnamese).getLanguage()).as(vietnamese).isEqualTo("vi");
    }
    for (var english : List.of("en", "en-GB,en;q=0.8", "fr, en;q=0.5, vi;q=0.1")) {
      assertThat(Messages.language(english).getLanguage()).as(english).isEqualTo("en");
    }
  }

  /** What the pattern's group matches in the program. */
  private static Set<String> found(Pattern pattern) throws IOException {
    var found = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/dvc/pay"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> {
                try {
                  pattern
                      .matcher(Files.readString(file))
                      .results()
                      .forEach(match -> found.add(match.group(1)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return found;
  }

  private static Properties all() throws IOException {
    var texts = new Properties();
    try (var files = Files.list(BUNDLES)) {
      for (var file : files.filter(file -> !file.toString().contains("_en.")).toList()) {
        texts.putAll(read(file));
      }
    }
    return texts;
  }

  private static Properties read(Path file) throws IOException {
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
