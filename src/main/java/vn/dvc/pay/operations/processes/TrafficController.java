package vn.dvc.pay.operations.processes;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.dvc.pay.engine.watch.ProcessTraffic;
import vn.dvc.pay.engine.watch.ProcessTraffic.Place;
import vn.dvc.pay.values.Problem;

/** Where processes are and where they are stuck: the models with counts. */
@Controller
@RequestMapping("/operations/processes")
class TrafficController {
  private static final MediaType XML =
      new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

  private final ProcessTraffic traffic;

  TrafficController(ProcessTraffic traffic) {
    this.traffic = traffic;
  }

  @GetMapping
  String show(Model model) {
    model.addAttribute("models", traffic.running().stream().map(Shown::of).toList());
    model.addAttribute("drawing", true);
    return "operations/processes";
  }

  @GetMapping("/{process}/{version}/drawing")
  ResponseEntity<String> drawing(@PathVariable String process, @PathVariable int version) {
    return traffic.running().stream()
        .filter(it -> it.process().equals(process) && it.version() == version)
        .findFirst()
        .map(it -> ResponseEntity.ok().contentType(XML).body(it.xml()))
        .orElseThrow(() -> Problem.notFound("process-not-running"));
  }

  /**
   * @param counts {@code shape:number} for each place, parted by blanks
   * @param stuck the same for incidents
   */
  public record Shown(ProcessTraffic.Model model, String counts, String stuck) {
    static Shown of(ProcessTraffic.Model model) {
      return new Shown(model, numbers(model, Place::processes), numbers(model, Place::stuck));
    }

    private static String numbers(ProcessTraffic.Model model, ToIntFunction<Place> number) {
      return model.places().stream()
          .filter(place -> number.applyAsInt(place) > 0)
          .map(place -> place.shape() + ":" + number.applyAsInt(place))
          .collect(Collectors.joining(" "));
    }
  }
}
