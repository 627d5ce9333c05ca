package vn.dvc.pay.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dvc.pay.engine.models.FaultReport;
import vn.dvc.pay.engine.models.ModelFiles;
import vn.dvc.pay.engine.wiring.WiringCheck;
import vn.dvc.pay.testing.Fuzz;

/** What analysts get to read when they check a folder: file, element or cell, fault and remedy. */
class ModelCheckTest {
  private static final ConfigurableApplicationContext PARTS = ModelCheck.parts("processes");

  @AfterAll
  static void close() {
    PARTS.close();
  }

  @Test
  void ourOwnModelsHaveNoFault() {
    var said = run(Path.of("processes"), 0);
    assertThat(said).contains("tệp: không có lỗi").doesNotContain("→");
    System.out.println(said.strip());
  }

  @Test
  void aFolderWithAFaultFailsAndSaysWhatToDo(@TempDir Path folder) throws IOException {
    for (var file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    var table = folder.resolve("otp-policy.dmn");
    Files.writeString(table, Files.readString(table).replace("<text>3</text>", "<text>hai</text>"));
    assertThat(run(folder, 1))
        .startsWith("otp-policy.dmn\n")
        .contains("any-bank-tries: dòng 1, cột “Số lần nhập”: hai không phải số nguyên")
        .contains("→ Viết bằng chữ số")
        .contains("21 tệp: 2 lỗi");
  }

  @Test
  void aFolderThatIsMissingOrEmptyIsNotTakenForRight(@TempDir Path empty) {
    assertThat(run(empty, 2)).contains("không có tệp .bpmn, .dmn, .form nào");
    assertThat(run(empty.resolve("lost"), 2)).contains("Không có thư mục");
  }

  @ParameterizedTest(name = "{0}: {2} for {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          card-payment.bpmn | name="otpEntered"/> | name="otpEntred"/> | otpEntered: chương trình không gửi tin nhắn “otpEntred”
          business-registration.bpmn | ${businessRegistration.remindAt(registrationId)} | sau 30 ngày | không đọc được thời điểm “sau 30 ngày”
          card-payment.bpmn | ${verdict == 'CAPTURED'} | ${verdict == 'CAPTURD'} | kết quả “CAPTURD” không bao giờ tới đây; có thể tới: [
          account-payment.bpmn | ${verdict == 'DEBITED'} | ${verdict == 'PREPARED'} | kết quả “PREPARED” không bao giờ tới đây; có thể tới: [DEBITED, ENDED, NOT_SENT, UNKNOWN]
          account-payment.bpmn | ${verdict == 'CANCELLED'} | ${ending == 'CANCELLED'} | không ai đặt giá trị cho biến “ending”
          collection-policy.dmn | "too-little-relation"><text>"LESS","NONE" | "too-little-relation"><text> | dòng 1 và dòng 3 cùng đúng cho trường hợp
          payment-policy.dmn | hitPolicy="FIRST" | hitPolicy="UNIQUE" | cùng đúng cho trường hợp: Loại người nộp = INDIVIDUAL
          payment-policy.dmn | "else-amount"><text> | "else-amount"><text>&lt; 5 | không dòng nào cho trường hợp
          approval-policy.dmn | "organisation-payer"><text>"ORGANISATION" | "organisation-payer"><text> | dòng 2 không bao giờ được dùng
          otp-policy.dmn | name="tries" | name="attempts" | chương trình không đọc cột “attempts”
          otp-policy.dmn | name="tries" | name="attempts" | thiếu cột “tries” mà chương trình cần
          payment-policy.dmn | <text>amount</text> | <text>sum</text> | chương trình không đưa vào “sum”; có đưa: [payerKind, method, amount]
          otp-policy.dmn | name="tries" typeRef="integer" | name="tries" typeRef="string" | kiểu của cột là “string”, phải là integer
          otp-policy.dmn | "any-bank-tries"><text>3 | "any-bank-tries"><text>"hai" | dòng 1, cột “Số lần nhập”: "hai" không phải số nguyên
          otp-policy.dmn | "any-bank-tries"><text>3 | "any-bank-tries"><text>0 | 0 ngoài khoảng từ 1 đến 10
          payment-policy.dmn | "card-method"><text>"CARD" | "card-method"><text>"CRAD" | chương trình không biết “CRAD”; biết: [CARD, ACCOUNT, COUNTER]
          collection-policy.dmn | <text>"collection-second" | <text>"collection-secnd" | chương trình không biết “collection-secnd”
          velocity-policy.dmn | "otp-card-by"><text>"CARD" | "otp-card-by"><text>"CRAD" | chương trình không biết “CRAD”
          velocity-policy.dmn | "otp-card-window"><text>60 | "otp-card-window"><text>0 | 0 ngoài khoảng từ 1 đến 43200
          business-registration.bpmn | camunda:formRef="receive-form" | x | receiveForm: việc của người mà không có biểu mẫu
          receive-form.form | "value": "RECEIVED" | "value": "RECIEVED" | bước recordReceipt không hiểu lựa chọn “RECIEVED”; hiểu: [RECEIVED, RETURNED]
          receive-form.form | "key": "holder" | "key": "holdr" | biểu mẫu dùng biến “holdr” mà việc receiveForm
          card-payment.bpmn | ${cardPayment.openCardEntry(paymentId)} | ${cardPayments.openCardEntry(paymentId)} | không phải nhóm bước nào của chương trình
          card-payment.bpmn | camunda:topic="bank.${bank}" | camunda:topic="bnk.${bank}" | không ai phục vụ topic “bnk.${bank}”
          account-payment.bpmn | camunda:resultVariable="verdict" | camunda:resultVariabel="verdict" | không có tác dụng ở đây; có phải là “resultVariable”?
          business-registration.bpmn | <camunda:property name="differsFrom" value="approve" /> | x | bước recordSecondDecision cần người thứ hai
          decide-case.bpmn | name="differsFrom" | name="difersFrom" | thuộc tính “difersFrom” không có tác dụng
          decide-case.bpmn | name="differsFrom" value="decide" | name="differsFrom" value="confirm" | phải khác người làm “confirm”
          business-registration.bpmn | <camunda:outputParameter name="version">${version}</camunda:outputParameter> | x | recordDecision nhận “version” của việc trước
          confirm-case.form | "required" | "requird" | “requird” không có tác dụng
          decide-case.form | return { value | retrun { value | không đọc được cách tính các lựa chọn
          card-payment.bpmn | camunda:resultVariable="verdict" | camunda:resultVariable="verdcit" | kết quả để ở biến “verdcit”, mà không cổng hay bước nào đọc
          card-payment.bpmn | <camunda:outputParameter name="verdict">STOP_WANTED | <camunda:outputParameter name="verdict">STOP_WANTDE | cancelledAtOtp: nói “STOP_WANTDE”
          card-payment.bpmn | <camunda:outputParameter name="verdict">STOP_WANTED | <camunda:outputParameter>STOP_WANTED | cancelledAtOtp: outputParameter chưa có tên
          decide-case.bpmn | <camunda:inputParameter name="agreed" /> | <camunda:inputParameter name="agreed">AGREED</camunda:inputParameter> | ô “agreed” được điền sẵn
          daily-reconciliation.bpmn | camunda:asyncBefore="true" | x | matchLines: có lịch thử lại
          decide-case.bpmn | <camunda:property name="row" | <camunda:property name="differsFrom" | decide: không nói dòng của việc trong Tasklist
          otp-policy.dmn | <input id="bank" | <input | input không có id
          otp-policy.dmn | historyTimeToLive="P3650D" | historyTimeToLive="10 năm" | không đọc được thời gian lưu lịch sử “10 năm”
          """)
  void faultIsNamedWithItsRemedy(String file, String right, String wrong, String sentence)
      throws IOException {
    var files = files();
    var text = new String(files.get(file), UTF_8);
    assertThat(text).contains(right);
    files.put(file, text.replace(right, wrong.equals("x") ? "" : wrong).getBytes(UTF_8));
    var faults = PARTS.getBean(WiringCheck.class).check(files);
    assertThat(FaultReport.of(faults)).contains(file).contains(sentence).contains("→");
  }

  @Test
  void tableOfARoomWithoutProcessesIsMissedByTheRoomsThatNeedIt() {
    var files = files();
    files.remove("velocity-policy.dmn");
    assertThat(FaultReport.of(PARTS.getBean(WiringCheck.class).check(files)))
        .contains("thiếu bảng “velocity-policy”");
  }

  /** As analysts' tools and mistakes leave them: each damage is a fault in the list, or none. */
  @ParameterizedTest
  @ValueSource(strings = {"counter-payment.bpmn", "velocity-policy.dmn", "confirm-case.form"})
  void damagedFileHasFaultsOrNone(String file) {
    var files = files();
    Fuzz.damageRarely(
        "models",
        List.of(files.get(file)),
        damaged -> {
          files.put(file, damaged);
          FaultReport.of(PARTS.getBean(WiringCheck.class).check(files));
        });
  }

  private static Map<String, byte[]> files() {
    return new TreeMap<>(PARTS.getBean(ModelFiles.class).read());
  }

  private static String run(Path folder, int expected) {
    var out = new ByteArrayOutputStream();
    int code = ModelCheck.run(folder.toString(), new PrintStream(out, true, UTF_8));
    assertThat(code).as(out.toString(UTF_8)).isEqualTo(expected);
    return out.toString(UTF_8);
  }
}
