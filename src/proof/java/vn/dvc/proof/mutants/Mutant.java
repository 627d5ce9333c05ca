package vn.dvc.proof.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A deliberate defect, as its file describes it.
 *
 * @param defect which defect of SAFETY it is, in a sentence
 * @param caughtBy invariants, any of which must be violated in a chaos run; empty if tests catch it
 * @param tests classes, or {@code Class#method}, one of which must fail; empty if a run catches it
 * @param breaks the faults it needs around it, in the nemesis's words
 */
record Mutant(
    String name,
    String defect,
    Set<String> caughtBy,
    Set<String> tests,
    Set<String> breaks,
    int nodes,
    List<Edit> edits) {
  static final Path FOLDER = Path.of("src/proof/mutants");
  private static final List<Path> TREES =
      List.of(Path.of("src/test/java"), Path.of("src/proof/java"));
  private static final Pattern EDIT =
      Pattern.compile(
          "^file: (\\S+)\\n<<<<\\n(.*?)^====\\n(.*?)^>>>>$", Pattern.MULTILINE | Pattern.DOTALL);

  /** One edit of the source tree: a text that occurs exactly once, and its replacement. */
  record Edit(Path file, String text, String replacement) {
    String apply(String source) {
      if (source.split(Pattern.quote(text), -1).length != 2) {
        throw new IllegalStateException(
            file + " does not contain this text exactly once:\n" + text);
      }
      return source.replace(text, replacement);
    }
  }

  static List<Mutant> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(it -> it.toString().endsWith(".mutant"))
          .sorted()
          .map(Mutant::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutant read(Path file) {
    try {
      var text = Files.readString(file);
      var edits = new ArrayList<Edit>();
      for (var edit = EDIT.matcher(text); edit.find(); ) {
        edits.add(new Edit(Path.of(edit.group(1)), edit.group(2), edit.group(3)));
      }
      return new Mutant(
          file.getFileName().toString().replace(".mutant", ""),
          text.lines().findFirst().orElseThrow(),
          words(text, "caught by", ""),
          words(text, "tests", ""),
          words(text, "breaks", ""),
          Integer.parseInt(words(text, "nodes", "1").iterator().next()),
          List.copyOf(edits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tests' names with their packages. */
  List<String> fullTests() {
    return tests.stream().map(Mutant::full).toList();
  }

  private static String full(String test) {
    var parts = test.split("#");
    return TREES.stream()
        .flatMap(Mutant::sources)
        .filter(it -> declares(it, parts[0]))
        .findFirst()
        .map(it -> packageOf(it) + "." + test)
        .orElseThrow(() -> new IllegalStateException("There is no test " + test));
  }

  /** Also finds a class in a file with another name. */
  private static boolean declares(Path source, String type) {
    try {
      return Files.readString(source).contains("class " + type + " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(Path source) {
    var folder = source.getParent();
    var tree = TREES.stream().filter(folder::startsWith).findFirst().orElseThrow();
    return tree.relativize(folder).toString().replace('/', '.');
  }

  private static Stream<Path> sources(Path tree) {
    try (var files = Files.walk(tree)) {
      return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(String text, String name, String otherwise) {
    var line =
        text.lines()
            .filter(it -> it.startsWith(name + ": "))
            .findFirst()
            .map(it -> it.substring(name.length() + 2))
            .orElse(otherwise);
    return Arrays.stream(line.split(" "))
        .filter(it -> !it.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
