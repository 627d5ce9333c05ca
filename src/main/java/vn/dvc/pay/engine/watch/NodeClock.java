package vn.dvc.pay.engine.watch;

/** Whether this node's clock agrees with the database's; a node with a wrong one takes no tasks. */
@FunctionalInterface
public interface NodeClock {
  boolean isRight();
}
