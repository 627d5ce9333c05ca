package vn.dvc.pay.bank;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sample messages under {@code bank-samples}: {@code <operation>.request.json}, {@code
 * <operation>-<outcome>.answer.json}.
 */
public final class BankSamples {
  private static final Path DIR = Path.of("src/test/resources/bank-samples");
  private static final String ANSWER = ".answer.json";
  private static final List<String> OF_THE_PROTOCOL =
      List.of(
          "attemptRef", "callRef", "validUntil", "amount", "currency", "sealedCard", "sealedOtp");

  private BankSamples() {}

  /** The names of all answers, for example {@code otp-declined-otp-wrong}. */
  public static Stream<String> answers() throws IOException {
    try (var files = Files.list(DIR)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ANSWER))
          .map(name -> name.replace(ANSWER, ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  public static Operation operation(String answer) {
    return Operation.valueOf(answer.replaceFirst("-.*", "").toUpperCase(Locale.ROOT));
  }

  public static String answer(String name) throws IOException {
    return Files.readString(DIR.resolve(name + ANSWER));
  }

  public static String request(Operation operation) throws IOException {
    return Files.readString(
        DIR.resolve(operation.name().toLowerCase(Locale.ROOT) + ".request.json"));
  }

  /** The fields that a caller of this room provides for such a request. */
  public static Map<String, Object> body(Operation operation) throws IOException {
    if (operation == Operation.INQUIRY) {
      return Map.of();
    }
    Map<String, Object> body =
        JsonMapper.builder().build().readValue(request(operation), new TypeReference<>() {});
    body.keySet().removeAll(OF_THE_PROTOCOL);
    return body;
  }
}
