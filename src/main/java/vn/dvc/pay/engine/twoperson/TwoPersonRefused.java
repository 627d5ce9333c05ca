package vn.dvc.pay.engine.twoperson;

import org.camunda.bpm.engine.AuthorizationException;

/**
 * The two-person rule refused a task to this person. The engine's web pages show the message
 * unchanged, with status 403.
 */
public class TwoPersonRefused extends AuthorizationException {

  private TwoPersonRefused(String sentence) {
    super(sentence);
  }

  static TwoPersonRefused samePerson(String person) {
    return new TwoPersonRefused(
        "Việc này phải do người thứ hai thực hiện: %s đã thực hiện bước trước.".formatted(person));
  }

  static TwoPersonRefused sameHands(String first, String second, String behind, long days) {
    return new TwoPersonRefused(
        ("Việc này phải do người thứ hai thực hiện: trong %d ngày qua %s đã tạo hoặc thay đổi tài"
                + " khoản, nên %s và %s chưa thể là hai người.")
            .formatted(days, behind, first, second));
  }

  static TwoPersonRefused notTheAssignee() {
    return new TwoPersonRefused("Chỉ người đã nhận việc này mới được hoàn thành việc.");
  }

  static TwoPersonRefused noFirstPerson(String task) {
    return new TwoPersonRefused(
        "Chưa có người thực hiện bước trước (%s), nên chưa thể hoàn thành việc này."
            .formatted(task));
  }
}
