package vn.dvc.pay.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Breaks each kind of attribute, reference, expression, condition, cell and field of the models at
 * several places: by a slip of the pen, by leaving it out, or by a value of the wrong kind.
 */
final class Defects {
  private static final int PLACES = 2;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,}");
  private static final Set<String> FOR_PEOPLE =
      Set.of("documentation", "description", "BPMNDiagram");
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\": (\"(?:[^\"\\\\]|\\\\.)*\"|\\d+|true|false)");

  private final Map<String, byte[]> files;
  private final Map<String, List<Defect>> kinds = new TreeMap<>();

  Defects(Map<String, byte[]> files) {
    this.files = files;
  }

  /**
   * @param kind what was broken and how, whatever the place
   * @param where the place, for people
   */
  record Defect(String kind, String file, String where, Callable<byte[]> broken) {}

  List<Defect> all() throws Exception {
    for (var file : files.entrySet()) {
      if (file.getKey().endsWith(".form")) {
        form(file.getKey(), new String(file.getValue(), UTF_8));
      } else {
        model(file.getKey(), file.getValue());
      }
    }
    return kinds.values().stream().flatMap(of -> spread(of).stream()).toList();
  }

  /** Several of a kind, as far apart as possible. */
  private static List<Defect> spread(List<Defect> ofAKind) {
    int size = ofAKind.size();
    return size <= PLACES
        ? ofAKind
        : IntStream.range(0, PLACES)
            .mapToObj(i -> ofAKind.get((i + 1) * size / (PLACES + 1)))
            .toList();
  }

  private void model(String file, byte[] bytes) throws Exception {
    var elements = read(bytes).getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      var tag = element.getLocalName();
      if (isForPeopleOnly(element) || element.getParentNode() instanceof Document) {
        continue;
      }
      int at = i;
      var type = file.substring(file.lastIndexOf('.') + 1) + " ";
      for (int a = 0; a < element.getAttributes().getLength(); a++) {
        var attribute = (Attr) element.getAttributes().item(a);
        var name = attribute.getName();
        if (name.startsWith("xmlns") || isForPeople(tag, attribute.getLocalName())) {
          continue;
        }
        var key = type + tag + "@" + attribute.getLocalName();
        add(
            key + " misspelt",
            file,
            element,
            at,
            e -> e.setAttribute(name, slip(e.getAttribute(name))));
        add(key + " missing", file, element, at, e -> e.removeAttribute(name));
        add(key + " renamed", file, element, at, e -> rename(e, name));
      }
      if (element.getElementsByTagName("*").getLength() == 0
          && !element.getTextContent().isBlank()) {
        var key = type + (tag.equals("text") ? element.getParentNode().getLocalName() : tag);
        add(key + " misspelt", file, element, at, e -> e.setTextContent(slip(e.getTextContent())));
        add(key + " emptied", file, element, at, e -> e.setTextContent(""));
        add(key + " of another kind", file, element, at, e -> e.setTextContent("hai 2"));
      }
      add(type + tag + " removed", file, element, at, e -> e.getParentNode().removeChild(e));
    }
  }

  private void add(String kind, String file, Element element, int at, Consumer<Element> breaking) {
    var where = element.getAttribute("id");
    where = where.isEmpty() ? ((Element) element.getParentNode()).getAttribute("id") : where;
    var text = element.getTextContent().strip();
    put(
        new Defect(
            kind,
            file,
            where + (text.length() > 60 ? "" : " " + text),
            () -> {
              var broken = read(files.get(file));
              breaking.accept((Element) broken.getElementsByTagNameNS("*", "*").item(at));
              return write(broken);
            }));
  }

  private void form(String file, String text) {
    var fields = FIELD.matcher(text);
    while (fields.find()) {
      var key = "form " + fields.group(1);
      var value = fields.group(2);
      if (isForPeople("form", fields.group(1)) && !value.contains("{{")) {
        continue;
      }
      replace(key + " misspelt", file, text, fields.start(2), fields.end(2), slip(value));
      replace(key + " renamed", file, text, fields.start(1), fields.end(1), slip(fields.group(1)));
    }
  }

  private void replace(String kind, String file, String text, int from, int to, String by) {
    var broken = text.substring(0, from) + by + text.substring(to);
    if (!broken.equals(text)) {
      put(new Defect(kind, file, text.substring(from, to), () -> broken.getBytes(UTF_8)));
    }
  }

  private void put(Defect defect) {
    kinds.computeIfAbsent(defect.kind(), kind -> new ArrayList<>()).add(defect);
  }

  /** Swaps two letters in the last word: a slip that keeps the rest as it is. */
  static String slip(String text) {
    var words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return text.replaceFirst("\\d", "x");
    }
    var last = words.get(words.size() - 1);
    for (int i = last.end() - 1; i > last.start(); i--) {
      if (text.charAt(i) != text.charAt(i - 1)) {
        return text.substring(0, i - 1)
            + text.charAt(i)
            + text.charAt(i - 1)
            + text.substring(i + 1);
      }
    }
    return text + "x";
  }

  private static void rename(Element element, String attribute) {
    var value = element.getAttribute(attribute);
    element.removeAttribute(attribute);
    int colon = attribute.indexOf(':') + 1;
    var name = attribute.substring(0, colon) + slip(attribute.substring(colon));
    if (colon == 0) {
      element.setAttribute(name, value);
    } else {
      element.setAttributeNS(
          element.lookupNamespaceURI(attribute.substring(0, colon - 1)), name, value);
    }
  }

  /** Names, labels and sentences may say what they like, and the drawing stand where it likes. */
  private static boolean isForPeople(String tag, String attribute) {
    return Set.of("label", "text", "description", "row").contains(attribute)
        || Set.of("exporter", "exporterVersion", "targetNamespace", "namespace").contains(attribute)
        || attribute.equals("name")
            && !Set.of(
                    "message",
                    "linkEventDefinition",
                    "output",
                    "inputParameter",
                    "outputParameter",
                    "property")
                .contains(tag);
  }

  private static boolean isForPeopleOnly(Element element) {
    for (org.w3c.dom.Node at = element; at instanceof Element above; at = at.getParentNode()) {
      if (FOR_PEOPLE.contains(above.getLocalName())) {
        return true;
      }
    }
    return false;
  }

  private static Document read(byte[] bytes) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static byte[] write(Document document) throws Exception {
    var out = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toByteArray();
  }
}
