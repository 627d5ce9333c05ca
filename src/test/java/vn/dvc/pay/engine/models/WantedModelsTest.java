package vn.dvc.pay.engine.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a start deploys beside what was released. */
@Tag("fast")
class WantedModelsTest {
  private static final String TABLE = "otp-policy.dmn";

  @Test
  void theFirstStartDeploysAll() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("3")), Map.of(), Set.of());

    assertThat(wanted.fromProgram()).containsExactly(TABLE);
    assertThat(wanted.newer()).isEmpty();
  }

  @Test
  void aRestartDeploysNothing() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("3")), running("3", null, "3"), Set.of());

    assertThat(wanted.fromProgram()).isEmpty();
  }

  @Test
  void aNewerProgramReplacesItsOwnFile() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("4")), running("3", null, "3"), Set.of());

    assertThat(wanted.fromProgram()).containsExactly(TABLE);
  }

  @Test
  void whatWasReleasedOutlivesARestart() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("3")), running("5", "R1", "3"), Set.of());

    assertThat(wanted.fromProgram()).isEmpty();
    assertThat(wanted.newer()).isEmpty();
    assertThat(wanted.files().get(TABLE)).isEqualTo(bytes("5"));
  }

  @Test
  void whatWasReleasedOutlivesANewerProgramWhichIsToldSo() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("4")), running("5", "R1", "3"), Set.of());

    assertThat(wanted.fromProgram()).isEmpty();
    assertThat(wanted.newer()).containsExactly(TABLE);
    assertThat(wanted.files().get(TABLE)).isEqualTo(bytes("5"));
  }

  @Test
  void whoeverInstallsTheProgramMayPutItsFileOverAReleasedOne() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("4")), running("5", "R1", "3"), Set.of(TABLE));

    assertThat(wanted.fromProgram()).containsExactly(TABLE);
    assertThat(wanted.files().get(TABLE)).isEqualTo(bytes("4"));
  }

  @Test
  void afterAReturnToTheProgramsFileANewerProgramReplacesIt() {
    var wanted = WantedModels.of(Map.of(TABLE, bytes("4")), running("3", "R2", "3"), Set.of());

    assertThat(wanted.fromProgram()).containsExactly(TABLE);
  }

  @Test
  void aFormThatCameWithAReleaseLastsAsLongAsAProcessShowsIt() {
    var shows = bytes("<userTask camunda:formRef=\"look\"/>");
    var form = new Running("look.form", bytes("{}"), "d", Instant.EPOCH, "R1", null);
    var without = Map.of("pay.bpmn", bytes("<process/>"));
    var process = new Running("pay.bpmn", shows, "d", Instant.EPOCH, "R1", bytes("<process/>"));

    assertThat(
            WantedModels.of(without, Map.of("look.form", form, "pay.bpmn", process), Set.of())
                .files())
        .containsOnlyKeys("look.form", "pay.bpmn");
    assertThat(WantedModels.of(without, Map.of("look.form", form), Set.of()).files())
        .containsOnlyKeys("pay.bpmn");
  }

  @Test
  void aFileThatAReleaseOnlyBroughtAlongStaysTheProgramsOwn() {
    var before = new Running("a.form", bytes("{}"), "d1", Instant.EPOCH, null, bytes("{}"));
    var along = new Running("a.form", bytes("{}"), "d2", Instant.EPOCH, "R1", null);

    assertThat(before.then(along, true).isReleased()).isFalse();
    assertThat(before.then(along, true).deployment()).isEqualTo("d2");
  }

  @Test
  void aProcessAndItsFormsGetAVersionTogetherAndNothingElse() {
    var files =
        Map.of(
            "pay.bpmn",
            bytes("<userTask camunda:formRef=\"look\"/>"),
            "look.form",
            bytes("{}"),
            "other.bpmn",
            bytes("<process/>"),
            TABLE,
            bytes("3"));

    assertThat(Together.of(Set.of("pay.bpmn"), files)).containsExactly("look.form", "pay.bpmn");
    assertThat(Together.of(Set.of("look.form"), files)).containsExactly("look.form", "pay.bpmn");
    assertThat(Together.of(Set.of(TABLE), files)).containsExactly(TABLE);
  }

  private static Map<String, Running> running(
      String bytes, @Nullable String tag, String ofProgram) {
    return Map.of(
        TABLE, new Running(TABLE, bytes(bytes), "d", Instant.EPOCH, tag, bytes(ofProgram)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
