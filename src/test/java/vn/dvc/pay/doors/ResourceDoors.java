package vn.dvc.pay.doors;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The doors of resources written for JAX-RS, which is how the engine's applications are. */
final class ResourceDoors {
  private final Set<Door> found;

  /** The classes on the way down, so that a resource that leads to itself ends the walk. */
  private final Deque<Class<?>> way = new ArrayDeque<>();

  ResourceDoors(Set<Door> found) {
    this.found = found;
  }

  void collect(String path, Class<?> resource) {
    if (way.contains(resource)) {
      return;
    }
    way.push(resource);
    var at = path + "/" + annotation(resource, Path.class).map(Path::value).orElse("");
    for (var method : resource.getMethods()) {
      collect(at, method);
    }
    way.pop();
  }

  private void collect(String path, Method method) {
    var below = annotation(method, Path.class);
    var verb = verb(method);
    var at = path + "/" + below.map(Path::value).orElse("");
    if (verb.isPresent()) {
      found.add(Door.of(verb.get(), at.replaceFirst("/+$", "")));
    } else if (below.isPresent()) {
      collect(at, method.getReturnType());
    }
  }

  private static Optional<String> verb(Method method) {
    return written(method)
        .flatMap(element -> Arrays.stream(element.getAnnotations()))
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> wanted) {
    return ancestors(type)
        .map(ancestor -> ancestor.getAnnotation(wanted))
        .filter(annotation -> annotation != null)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> wanted) {
    return written(method)
        .map(element -> element.getAnnotation(wanted))
        .filter(annotation -> annotation != null)
        .findFirst();
  }

  /** This method, and those that it implements: the annotations stand on the interface. */
  private static Stream<AnnotatedElement> written(Method method) {
    return ancestors(method.getDeclaringClass())
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(other -> other.getName().equals(method.getName()))
        .filter(other -> Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
        .map(AnnotatedElement.class::cast);
  }

  private static Stream<Class<?>> ancestors(Class<?> type) {
    if (type == null) {
      return Stream.empty();
    }
    var above =
        Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
    return Stream.concat(Stream.of(type), above.flatMap(ResourceDoors::ancestors)).distinct();
  }
}
