package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import vn.dvc.pay.engine.WebappUser;
import vn.dvc.proof.chaos.OpenCases.Open;

/**
 * Two persons who decide open cases in Tasklist while everything else goes on, including while the
 * bank is being asked. They ask the bank themselves, and occasionally decide wrongly on purpose:
 * then the bank reports the money, and late success must repair it.
 */
final class Officers {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long PAUSE_MILLIS = 1_500;
  private static final int PATIENCE_SECONDS = 25;

  private final Settings settings;
  private final World world;
  private final Tally tally;
  private final OpenCases cases;
  private final ExecutorService hands =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "officer");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stopped;
  private Thread thread;

  Officers(Settings settings, World world, Tally tally) {
    this.settings = settings;
    this.world = world;
    this.tally = tally;
    this.cases = new OpenCases(world.database.direct(), world.sandboxUrl);
  }

  void start() {
    if (settings.does("OFFICERS")) {
      thread = new Thread(this::work, "officers");
      thread.start();
    }
  }

  void stop() throws InterruptedException {
    stopped = true;
    if (thread != null) {
      thread.join();
    }
  }

  private void work() {
    for (int number = 0; !stopped; number++) {
      var chance = settings.chance("officers", number);
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        CompletableFuture.runAsync(() -> decideOne(chance), hands)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception nodeOrDatabaseIsAway) {
        tally.count("decisions of officers interrupted");
      }
    }
  }

  private void decideOne(Random chance) {
    var ready = world.nodes.stream().filter(it -> it.program().isReady()).toList();
    var open = cases.all();
    if (ready.isEmpty() || open.isEmpty()) {
      return;
    }
    var file = open.get(chance.nextInt(open.size()));
    var first = chance.nextBoolean() ? "operator-1" : "operator-2";
    var second = first.equals("operator-1") ? "operator-2" : "operator-1";
    decide(file, first, pick(ready, chance), chance);
    var agrees = chance.nextInt(8) > 0;
    var confirmed =
        complete(
            file,
            "confirm",
            second,
            pick(ready, chance),
            Map.of("agreed", agrees ? "AGREED" : "DISAGREED"));
    if (confirmed && agrees) {
      tally.count("cases decided by two persons");
      if (cases.isWronglyDecided(file)) {
        tally.count("cases decided wrongly");
        cases.bankTells(file);
      }
    }
  }

  private void decide(Open file, String person, World.Node node, Random chance) {
    var user = signedIn(node, person);
    var task = task(user, file, "decide");
    if (task == null) {
      return; // it is decided, and waits for the second person
    }
    var truth = cases.options(file, chance);
    var options = truth.isEmpty() ? offered(user, task) : truth;
    if (!options.isEmpty()) {
      complete(user, task, person, Map.of("decision", pick(options, chance)));
    }
  }

  /** What the form offers, except decisions that depend on facts outside this run. */
  private static List<String> offered(WebappUser user, String task) {
    var form = read(user, "/task/" + task + "/deployed-form");
    return StreamSupport.stream(form.path("components").spliterator(), false)
        .filter(it -> it.path("key").asText().equals("decision"))
        .flatMap(it -> StreamSupport.stream(it.path("values").spliterator(), false))
        .map(it -> it.path("value").asText())
        .filter(it -> !OpenCases.VOUCHED_FOR.contains(it))
        .toList();
  }

  private boolean complete(
      Open file, String activity, String person, World.Node node, Map<String, String> said) {
    var user = signedIn(node, person);
    var task = task(user, file, activity);
    return task != null && complete(user, task, person, said);
  }

  private boolean complete(WebappUser user, String task, String person, Map<String, String> said) {
    var variables = MAPPER.createObjectNode();
    variables.putObject("reason").put("value", "Đã đối chiếu với ngân hàng");
    said.forEach((name, value) -> variables.putObject(name).put("value", value));
    post(user, "/task/" + task + "/claim", MAPPER.createObjectNode().put("userId", person));
    var status =
        post(
            user,
            "/task/" + task + "/complete",
            MAPPER.createObjectNode().set("variables", variables));
    if (status >= 400 && status < 500) {
      tally.count("decisions refused");
    }
    return status < 300;
  }

  private static String task(WebappUser user, Open file, String activity) {
    var query = "/task?taskDefinitionKey=" + activity + "&processInstanceBusinessKey=" + file.id();
    return read(user, query).path(0).path("id").asText(null);
  }

  private static WebappUser signedIn(World.Node node, String person) {
    try {
      return WebappUser.signedIn(node.port(), person, "tasklist");
    } catch (Exception away) {
      throw new IllegalStateException(away);
    }
  }

  private static JsonNode read(WebappUser user, String path) {
    try {
      return MAPPER.readTree(user.get(WebappUser.ENGINE + path).body());
    } catch (Exception away) {
      throw new IllegalStateException(away);
    }
  }

  private static int post(WebappUser user, String path, JsonNode body) {
    try {
      return user.post(WebappUser.ENGINE + path, MAPPER.writeValueAsString(body)).statusCode();
    } catch (Exception away) {
      throw new IllegalStateException(away);
    }
  }

  private static <T> T pick(List<T> all, Random chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
