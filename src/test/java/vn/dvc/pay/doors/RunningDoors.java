package vn.dvc.pay.doors;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every door of the running application: controllers, static files, servlets, JAX-RS resources. */
final class RunningDoors {
  private static final String APPLICATION = "jakarta.ws.rs.Application";

  private final Set<Door> found = new TreeSet<>();

  static Set<Door> of(ListableBeanFactory beans, ServletContext servlets) throws Exception {
    var doors = new RunningDoors();
    beans
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(doors::controller));
    beans
        .getBeansOfType(AbstractUrlHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping
                    .getHandlerMap()
                    .keySet()
                    .forEach(path -> doors.found.add(Door.of("GET", path))));
    for (var servlet : servlets.getServletRegistrations().values()) {
      doors.servlet(servlet);
    }
    return doors.found;
  }

  private void controller(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    for (var path : mapping.getPatternValues()) {
      if (methods.isEmpty()) {
        found.add(Door.of("GET", path));
        found.add(Door.of("POST", path));
      }
      methods.forEach(method -> found.add(Door.of(method.name(), path)));
    }
  }

  private void servlet(ServletRegistration servlet) throws Exception {
    var application = servlet.getInitParameter(APPLICATION);
    for (var path : servlet.getMappings()) {
      if (application == null) {
        found.add(Door.of("GET", path));
      } else {
        resources(path.replaceFirst("/\\*$", ""), application);
      }
    }
  }

  private void resources(String path, String application) throws Exception {
    var type = Class.forName(application).asSubclass(Application.class);
    for (var resource : type.getDeclaredConstructor().newInstance().getClasses()) {
      var by = resource.getPackageName();
      if (by.startsWith("org.camunda") || by.startsWith("vn.dvc")) {
        new ResourceDoors(found).collect(path, resource);
      }
    }
  }
}
