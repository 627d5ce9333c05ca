package vn.dvc.pay.engine.wiring.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import vn.dvc.pay.engine.steps.StepBeans;
import vn.dvc.pay.engine.wiring.Model;
import vn.dvc.pay.engine.wiring.ModelFaults;
import vn.dvc.pay.engine.wiring.Models;
import vn.dvc.pay.engine.wiring.Node;
import vn.dvc.pay.engine.wiring.Rule;

/** Every {@code ${bean.method(a, b)}} anywhere in a model has its method. */
class ExpressionsRule implements Rule {
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");

  /** What would call something else than a step, or hide it from this rule. */
  private static final Pattern NEITHER = Pattern.compile("['\"\\[]|[)\\d]\\s*\\.\\s*[A-Za-z_]");

  private static final Pattern ACCESS =
      Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*(\\()?");

  private final StepBeans steps;
  private final Set<String> used;

  ExpressionsRule(StepBeans steps, Set<String> used) {
    this.steps = steps;
    this.used = used;
  }

  @Override
  public void check(Model model, Models all, ModelFaults faults) {
    for (Node node : model.root().all("*")) {
      for (String text : texts(node)) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
          expression(model, node, expression.group(1), faults);
        }
      }
    }
  }

  /** The beans that expressions below this element name, each with the first place that does. */
  static Map<String, String> beans(Node above) {
    Map<String, String> beans = new TreeMap<>();
    for (Node node : above.all("*")) {
      for (String text : texts(node)) {
        EXPRESSION
            .matcher(text)
            .results()
            .map(found -> LITERAL.matcher(found.group(1)).replaceAll("0"))
            .flatMap(plain -> ACCESS.matcher(plain).results())
            .forEach(access -> beans.putIfAbsent(access.group(1), node.place()));
      }
    }
    return beans;
  }

  private void expression(Model model, Node node, String expression, ModelFaults faults) {
    String plain = LITERAL.matcher(expression).replaceAll("0");
    if (expression.contains("\\") || NEITHER.matcher(plain).find()) {
      faults.add(model.file(), node.place(), "reads-property", "${" + expression + "}");
    }
    Matcher access = ACCESS.matcher(plain);
    while (access.find()) {
      String bean = access.group(1);
      String method = access.group(2);
      if (!steps.knows(bean)) {
        faults.add(model.file(), node.place(), "no-step-bean", "${" + expression + "}", bean);
      } else if (access.group(3) == null) {
        faults.add(model.file(), node.place(), "reads-property", "${" + expression + "}");
      } else {
        int count = arguments(plain, access.end());
        used.add(bean + "." + method);
        if (steps.methods(bean).stream()
            .noneMatch(m -> m.getName().equals(method) && m.getParameterCount() == count)) {
          faults.add(model.file(), node.place(), "no-method", bean, method, count);
        }
      }
    }
  }

  /** Counts the arguments between the parenthesis before {@code from} and its counterpart. */
  private static int arguments(String text, int from) {
    int depth = 0;
    int commas = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ']' || c == ')' && depth > 0) {
        depth--;
      } else if (c == ')') {
        return text.substring(from, i).isBlank() ? 0 : commas + 1;
      } else if (c == ',' && depth == 0) {
        commas++;
      }
    }
    return commas + 1;
  }

  private static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    if ("documentation".equals(node.tag())) {
      return texts;
    }
    NamedNodeMap attributes = node.xml().getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      texts.add(attributes.item(i).getNodeValue());
    }
    NodeList children = node.xml().getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Text text) {
        texts.add(text.getData());
      }
    }
    return texts;
  }
}
