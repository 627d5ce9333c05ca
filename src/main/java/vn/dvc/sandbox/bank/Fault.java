package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
  SLOW("slow", 5, "Xử lý xong nhưng trả lời chậm"),
  TRICKLE("trickle", 30, "Đã xử lý nhưng câu trả lời nhỏ giọt từng byte"),
  FLOOD("flood", 5, "Đã xử lý nhưng câu trả lời không bao giờ hết"),
  STALL("stall", 30, "Đã xử lý nhưng câu trả lời dừng giữa chừng, kết nối vẫn mở"),

  VOID_REFUSED("void-refused", "Từ chối giải toả khoản giữ (wrong-state), khoản giữ vẫn còn"),
  HOLD_FORGOTTEN("hold-forgotten", "Quên khoản giữ: từ nay không còn biết giao dịch này"),
  NOTIFY_ALL("notify-all", "Gửi thông báo về mỗi thay đổi, kể cả khi chính DVC Pay yêu cầu"),
  STALE_STATEMENT("stale-statement", "Đưa sao kê của ngày hôm trước thay cho ngày được hỏi"),
  DAY_ENDS_EARLY("day-ends-early", "Sao kê ghi ngày kết thúc lúc 23:59:59"),
  SLOW_CLOCK("slow-clock", "Đồng hồ của ngân hàng chậm 20 giây"),
  CUT_REFERENCE("cut-reference", "Sao kê và thông báo cắt mã tham chiếu còn 35 ký tự"),
  UPPER_REFERENCE("upper-reference", "Sao kê và thông báo viết hoa mã tham chiếu"),
  REVERSAL_UNCHECKED("reversal-unchecked", "Hoàn tiền mà không kiểm tra đã hoàn bao nhiêu");

  private static final Set<SandboxOperation> HOLD_IS_SPOKEN_OF =
      EnumSet.of(
          SandboxOperation.OTP,
          SandboxOperation.RESEND,
          SandboxOperation.CAPTURE,
          SandboxOperation.VOID,
          SandboxOperation.INQUIRY);

  private final String word;
  private final int usualSeconds;
  private final String says;
  private final boolean habit;

  Fault(String word, int usualSeconds, String says) {
    this(word, usualSeconds, says, false);
  }

  Fault(String word, String says) {
    this(word, 0, says, true);
  }

  Fault(String word, int usualSeconds, String says, boolean habit) {
    this.word = word;
    this.usualSeconds = usualSeconds;
    this.says = says;
    this.habit = habit;
  }

  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  @JsonValue
  public String word() {
    return word;
  }

  /** The duration if the tester gives none; 0 if time plays no part. */
  public int usualSeconds() {
    return usualSeconds;
  }

  public String says() {
    return says;
  }

  /** A habit changes what a bank decides or writes, so it can be combined with another fault. */
  public boolean isHabit() {
    return habit;
  }

  public boolean appliesTo(SandboxOperation operation) {
    return switch (this) {
      // An inquiry and a statement change nothing, so they have no late effect.
      case LATE_SUCCESS ->
          operation != SandboxOperation.INQUIRY && operation != SandboxOperation.STATEMENT;
      case VOID_REFUSED -> operation == SandboxOperation.VOID;
      case HOLD_FORGOTTEN -> HOLD_IS_SPOKEN_OF.contains(operation);
      case NOTIFY_ALL -> !operation.isQuestion();
      case STALE_STATEMENT, DAY_ENDS_EARLY, CUT_REFERENCE, UPPER_REFERENCE ->
          operation == SandboxOperation.STATEMENT;
      case REVERSAL_UNCHECKED -> operation == SandboxOperation.REVERSAL;
      default -> true;
    };
  }
}
