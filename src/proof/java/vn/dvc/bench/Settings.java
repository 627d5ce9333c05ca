package vn.dvc.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The parameters of a run, by system properties {@code bench.…}; docs/performance.md explains them.
 *
 * @param isShort the form that ends in some five minutes
 * @param parts which of {@code load, hot, documents, statements, pages, nodes, growth, day, soak}
 * @param only cells whose name contains a match
 * @param payments of each cell, once
 * @param warm so many payments of a method are thrown away before the first that counts
 * @param repetitions of each cell
 * @param perSecond fixed arrivals
 * @param java the commands that start the application, one run with each
 * @param options of Java for the application
 */
record Settings(
    boolean isShort,
    Set<String> parts,
    Pattern only,
    int payments,
    int warm,
    int repetitions,
    double perSecond,
    List<String> java,
    List<String> options) {

  static Settings ofProperties() {
    var brief = Boolean.parseBoolean(text("short", "false"));
    return new Settings(
        brief,
        new TreeSet<>(
            list(
                text(
                    "parts",
                    brief ? "load,hot" : "load,hot,documents,statements,pages,nodes,growth,day"))),
        Pattern.compile(text("only", "")),
        number("payments", brief ? 60 : 300),
        number("warm", brief ? 60 : 1_000),
        number("repeat", brief ? 1 : 3),
        Double.parseDouble(text("rate", "5")),
        list(text("java", System.getProperty("java.home"))).stream()
            .map(home -> home + "/bin/java")
            .toList(),
        list(text("options", "").replace(' ', ',')));
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(text(name, Integer.toString(usual)));
  }

  /** A property that Maven passes on without a value counts as not set. */
  private static String text(String name, String usual) {
    var value = System.getProperty("bench." + name, "").strip();
    return value.isEmpty() ? usual : value;
  }

  private static List<String> list(String commas) {
    return Arrays.stream(commas.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /** As one would have to type them. */
  String command() {
    var given =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("bench."))
            .filter(name -> !System.getProperty(name).isBlank())
            .filter(name -> !System.getProperty(name).equals("false"))
            .sorted()
            .map(name -> " -D" + name + "=" + System.getProperty(name))
            .reduce("", String::concat);
    return "mvn -Pbench verify" + given;
  }
}
