package vn.dvc.pay.engine.tasks;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.BankGroups;

/**
 * Offers each task of the banks' staff also to the group that is limited to the bank that the
 * process is about, its variable {@code bank}. Models name the groups for every bank.
 */
@Component
class BankOffers extends AbstractBpmnParseListener {
  private static final String BANK = "bank";

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, BankOffers::offer);
  }

  private static void offer(DelegateTask task) {
    candidateGroups(task).stream()
        .flatMap(group -> ofTheBank(group, (String) task.getVariable(BANK)).stream())
        .forEach(task::addCandidateGroup);
  }

  /** The group beside this one for the bank alone; none unless this is a group of banks' staff. */
  static List<String> ofTheBank(String group, @Nullable String bank) {
    return bank != null && BankGroups.ALL.contains(group)
        ? List.of(BankGroups.at(bank, group))
        : List.of();
  }

  private static List<String> candidateGroups(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }
}
