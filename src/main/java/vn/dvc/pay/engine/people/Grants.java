package vn.dvc.pay.engine.people;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/** Sets what a group may do, and which task list it sees in Tasklist. */
@Component
class Grants {
  private final AuthorizationService authorizations;
  private final FilterService filters;
  private final TaskService tasks;

  Grants(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
    this.authorizations = authorizations;
    this.filters = filters;
    this.tasks = tasks;
  }

  void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization known =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .singleResult();
    Authorization grant =
        known == null
            ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT)
            : known;
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }

  /** For a group whose rights have become fewer. */
  void revokeAll(String group) {
    authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
        .map(Authorization::getId)
        .forEach(authorizations::deleteAuthorization);
  }

  /**
   * Names the group in the query, because an expression for "my groups" would be refused.
   *
   * @param row what Tasklist's list says of each task
   */
  void filter(String group, String name, List<Column> row) {
    Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
    Filter filter = known == null ? filters.newTaskFilter(name) : known;
    filter.setQuery(tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks());
    filter.setProperties(
        Map.of(
            "description",
            name,
            "priority",
            0,
            "refresh",
            true,
            "variables",
            row.stream().map(it -> Map.of("name", it.name(), "label", it.label())).toList()));
    filters.saveFilter(filter);
    grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
  }

  /**
   * @param name of a variable of the task
   * @param label what people call it
   */
  record Column(String name, String label) {}
}
