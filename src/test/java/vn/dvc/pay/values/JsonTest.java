package vn.dvc.pay.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class JsonTest {

  @Test
  void writtenFieldsKeepTheirOrder() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("second", "2");
    facts.put("first", "đồng");
    var written = Json.write(facts);

    assertThat(written).isEqualTo("{\"second\":\"2\",\"first\":\"đồng\"}");
    assertThat(Json.read(written, new TypeReference<Map<String, String>>() {})).isEqualTo(facts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{\"a\":1,\"a\":2}", "{} {}", "{} x"})
  void onlyASingleObjectWithoutRepeatedFieldsIsRead(String sent) {
    assertThat(Json.object(sent.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void objectOfACallerIsRead() {
    assertThat(Json.object("{\"a\":1,\"new\":{}} ".getBytes(UTF_8)))
        .hasValueSatisfying(sent -> assertThat(sent.path("a").asInt()).isEqualTo(1));
  }

  @Test
  void answerOfAPeerMayHaveFieldsThatWeDoNotKnow() {
    assertThat(Json.answer("{\"name\":\"An\",\"new\":1}".getBytes(UTF_8), Answer.class))
        .contains(new Answer("An"));
    assertThat(Json.answer("{".getBytes(UTF_8), Answer.class)).isEmpty();
    assertThat(Json.answer(null, Answer.class)).isEmpty();
  }

  @Test
  void failuresDoNotQuoteTheText() {
    assertThatThrownBy(() -> Json.read("9704150000000018x", new TypeReference<Answer>() {}))
        .hasNoCause()
        .hasMessageNotContaining("9704");
  }

  record Answer(String name) {}
}
