package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class RoomsTest {
  private final ApplicationModules rooms = ApplicationModules.of(PayApplication.class);

  @Test
  void roomsUseOnlyTheRoomsThatTheyName() {
    rooms.verify();
  }

  @Test
  void theDiagramOfTheRoomsIsDrawn() {
    new Documenter(rooms).writeModulesAsPlantUml();
  }

  @Test
  void thePictureInTheReadmeShowsEachRoom() throws IOException {
    var picture = Files.readString(Path.of("docs/house.svg"));
    assertThat(rooms.stream().map(room -> room.getIdentifier().toString()))
        .isNotEmpty()
        .allSatisfy(room -> assertThat(picture).contains(">" + room + "<"));
  }
}
