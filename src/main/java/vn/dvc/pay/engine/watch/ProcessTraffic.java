package vn.dvc.pay.engine.watch;

import java.util.List;

/** How many processes of each model run, where they are, and where they are stuck. */
public interface ProcessTraffic {

  /** Models with running processes, each version by itself, by name. */
  List<Model> running();

  /**
   * @param process the id of the model
   * @param processes how many run
   * @param xml BPMN of shapes, lines and names only, with ids of its own
   * @param places where somebody is, in the order of the model
   */
  record Model(String process, int version, int processes, String xml, List<Place> places) {}

  /**
   * @param shape its id in the drawing
   * @param processes how many are there
   * @param stuck how many incidents there are, those of called processes included
   */
  record Place(String shape, String name, int processes, int stuck) {}
}
