package vn.dvc.pay.cases.decision;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseKinds;

/** What decide-case.form says and offers to the first person, by the kind of case. */
@Component
class CaseForm {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final CaseKinds kinds;
  private final MessageSource texts;

  CaseForm(CaseKinds kinds, MessageSource texts) {
    this.kinds = kinds;
    this.texts = texts;
  }

  /** A line per word, {@code WORD=what people call it}, which the form takes apart. */
  String options(String kind) {
    return kinds.named(kind).decisions().stream()
        .map(word -> word + "=" + texts.getMessage("case.decision." + word, null, VIETNAMESE))
        .collect(joining("\n"));
  }

  String intro(String kind) {
    return ofKind("case.intro", kind);
  }

  /** What the reason must tell. */
  String hint(String kind) {
    return ofKind("case.hint", kind);
  }

  private String ofKind(String key, String kind) {
    var ofAll = texts.getMessage(key, null, VIETNAMESE);
    return texts.getMessage(key + "." + kind, null, ofAll, VIETNAMESE);
  }
}
