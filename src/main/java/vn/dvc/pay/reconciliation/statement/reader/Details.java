package vn.dvc.pay.reconciliation.statement.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;

/** What a file tells of one movement: of the only one of an entry, or of one in a batch. */
final class Details {
  private static final WantedTexts WANTED =
      WantedTexts.of(
          "TxDtls/Refs/EndToEndId",
          "TxDtls/Refs/AcctSvcrRef",
          "TxDtls/Amt",
          "TxDtls/Amt@Ccy",
          "TxDtls/CdtDbtInd",
          "TxDtls/AmtDtls/TxAmt/Amt",
          "TxDtls/AmtDtls/TxAmt/Amt@Ccy",
          "TxDtls/AmtDtls/InstdAmt/Amt",
          "TxDtls/AmtDtls/InstdAmt/Amt@Ccy",
          "TxDtls/RmtInf/Ustrd",
          "TxDtls/RmtInf/Strd/CdtrRefInf/Ref",
          "TxDtls/AddtlTxInf");

  /** How banks say that a payer gave no reference. */
  private static final List<String> NONE = List.of("NOTPROVIDED", "NONREF");

  private static final List<String> AMOUNTS =
      List.of("TxDtls/Amt", "TxDtls/AmtDtls/TxAmt/Amt", "TxDtls/AmtDtls/InstdAmt/Amt");

  private static final int MAX_TEXT = 200;

  /** A piece of this length was cut: the next one goes on without a blank. */
  private static final int WHOLE_PIECE = 140;

  private final Fields fields;

  private Details(Fields fields) {
    this.fields = fields;
  }

  static Details take(XmlCursor at) throws StatementRefused {
    return new Details(new Fields(WANTED).take(at));
  }

  /** Of an entry that tells nothing. */
  static Details none() {
    return new Details(new Fields(WANTED));
  }

  /** Null if there is none. */
  @Nullable String endToEndId() {
    var reference = fields.first("TxDtls/Refs/EndToEndId");
    return NONE.contains(String.valueOf(reference)) ? null : reference;
  }

  /** Null if there is none. */
  @Nullable String bankReference() {
    return fields.first("TxDtls/Refs/AcctSvcrRef");
  }

  /** Null if a movement goes the way of its entry. */
  @Nullable Boolean isCredit() {
    return Amounts.isCredit(fields.first("TxDtls/CdtDbtInd"));
  }

  /** Where the amount stands, which older versions write further inside; null if nowhere. */
  private @Nullable String amountPath() {
    return AMOUNTS.stream().filter(it -> fields.first(it) != null).findFirst().orElse(null);
  }

  /** Null if there is none. */
  @Nullable String amount() {
    return amountPath() == null ? null : fields.first(amountPath());
  }

  /** Null if there is none. */
  @Nullable String currency() {
    return amountPath() == null ? null : fields.first(amountPath() + "@Ccy");
  }

  /** The payer's words; where there are none, the bank's. Null if there are none either. */
  @Nullable String text(String ofEntry) {
    var words = new StringBuilder();
    var isWhole = true;
    for (var piece : fields.all("TxDtls/RmtInf/Ustrd")) {
      words.append(isWhole ? "" : " ").append(piece);
      isWhole = piece.length() >= WHOLE_PIECE;
    }
    for (var reference : fields.all("TxDtls/RmtInf/Strd/CdtrRefInf/Ref")) {
      words.append(words.isEmpty() ? "" : " ").append(reference);
    }
    if (!words.isEmpty()) {
      return cut(words.toString());
    }
    var ofBank = fields.first("TxDtls/AddtlTxInf");
    return ofBank != null ? cut(ofBank) : ofEntry == null ? null : cut(ofEntry);
  }

  /** Never within a character outside the basic plane. */
  private static String cut(String text) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    return text.substring(0, end);
  }
}
