package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A way in which a bank misbehaves, once or several times. */
public enum Fault {
  NO_ANSWER("no-answer", 60, "Không xử lý, giữ kết nối rồi ngắt, không trả lời"),
  ANSWER_LOST("answer-lost", 0, "Đã xử lý nhưng câu trả lời bị mất (ngắt kết nối)"),
  RESET("reset", 0, "Đã xử lý nhưng kết nối bị đứt đột ngột (RST)"),
  ERROR_BEFORE("5xx-before", 0, "Trả lời 503, không xử lý"),
  ERROR_AFTER("5xx-after", 0, "Đã xử lý nhưng trả lời 503"),
  MALFORMED("malformed", 0, "Đã xử lý nhưng câu trả lời là JSON bị cắt cụt"),
  BAD_SIGNATURE("bad-signature", 0, "Đã xử lý nhưng chữ ký của câu trả lời sai"),
  WRONG_AMOUNT("wrong-amount", 0, "Đã xử lý nhưng câu trả lời ghi sai số tiền"),
  CONTRADICTION("contradiction", 0, "Câu trả lời (có chữ ký đúng) trái với sổ cái"),
  LATE_SUCCESS("late-success", 10, "Ngắt kết nối trước, xử lý sau"),
  DUPLICATE("duplicate", 0, "Mạng gửi yêu cầu đến ngân hàng hai lần"),
  SLOW("slow", 5, "Xử lý xong nhưng trả lời chậm");

  private final String word;
  private final int usualSeconds;
  private final String says;

  Fault(String word, int usualSeconds, String says) {
    this.word = word;
    this.usualSeconds = usualSeconds;
    this.says = says;
  }

  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  @JsonValue
  public String word() {
    return word;
  }

  /** How long it takes when the tester does not say; 0 where time plays no part. */
  public int usualSeconds() {
    return usualSeconds;
  }

  public String says() {
    return says;
  }

  /** An inquiry and a statement change nothing, so they have no late effect. */
  public boolean appliesTo(Operation operation) {
    return this != LATE_SUCCESS
        || operation != Operation.INQUIRY && operation != Operation.STATEMENT;
  }
}
