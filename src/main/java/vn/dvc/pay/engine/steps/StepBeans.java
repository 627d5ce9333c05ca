package vn.dvc.pay.engine.steps;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.RecordedAnswer;

/**
 * The beans that models may use. Looked up by name only when needed, because they depend on the
 * engine themselves.
 */
@Component
public class StepBeans {
  private final ListableBeanFactory beans;
  private final Map<String, Optional<Class<?>>> types = new ConcurrentHashMap<>();

  StepBeans(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /** The bean name of a model: {@code card-payment} is served by {@code cardPayment}. */
  public static String beanOf(String process) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char c : process.toCharArray()) {
      if (c == '-') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  public Set<String> names() {
    return new TreeSet<>(Arrays.asList(beans.getBeanNamesForAnnotation(ProcessSteps.class)));
  }

  public boolean knows(String name) {
    return type(name).isPresent();
  }

  public Object bean(String name) {
    return beans.getBean(name);
  }

  /** What a model may call on this bean: the public methods of its own class. */
  public List<Method> methods(String bean) {
    return type(bean).stream()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
        .toList();
  }

  /** The method that implements this external task, if there is one. */
  public Optional<Method> call(String process, String activity) {
    return methods(beanOf(process)).stream()
        .filter(m -> m.getName().equals(activity) && m.getReturnType() == RecordedAnswer.class)
        .findFirst();
  }

  /** The variables that external tasks need: the parameters of all their methods. */
  public Set<String> variables() {
    Set<String> variables = new TreeSet<>();
    for (String name : names()) {
      methods(name).stream()
          .filter(m -> m.getReturnType() == RecordedAnswer.class)
          .flatMap(m -> Stream.of(m.getParameters()))
          .map(Parameter::getName)
          .forEach(variables::add);
    }
    return variables;
  }

  /** Runs the method of an external task. Its exceptions are passed on unchanged. */
  public RecordedAnswer run(String process, String activity, Map<String, Object> variables)
      throws Throwable {
    Method method =
        call(process, activity)
            .orElseThrow(
                () -> new NoSuchMethodException(beanOf(process) + "." + activity + " is missing"));
    Object[] arguments =
        Stream.of(method.getParameters()).map(p -> variables.get(p.getName())).toArray();
    try {
      method.trySetAccessible();
      return (RecordedAnswer) method.invoke(bean(beanOf(process)), arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** The class of a step bean, empty where there is no such bean. */
  public Optional<Class<?>> type(String name) {
    return types.computeIfAbsent(
        name,
        key ->
            beans.containsBean(key) && beans.findAnnotationOnBean(key, ProcessSteps.class) != null
                ? Optional.of(ClassUtils.getUserClass(beans.getType(key)))
                : Optional.empty());
  }
}
