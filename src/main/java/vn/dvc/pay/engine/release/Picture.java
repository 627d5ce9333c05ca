package vn.dvc.pay.engine.release;

import java.io.ByteArrayInputStream;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.dvc.pay.engine.release.ModelDifference.Change;
import vn.dvc.pay.engine.release.ModelDifference.Kind;
import vn.dvc.pay.engine.tasks.ModelDrawing;

/**
 * A model as a drawing, with what a release adds, changes and removes in it.
 *
 * @param added ids in the drawing, parted by blanks, as are the others
 */
public record Picture(String xml, String added, String changed, String removed) {

  public static Picture of(byte[] model, ModelDifference difference) {
    var drawing = new ModelDrawing(new ByteArrayInputStream(model), UnaryOperator.identity());
    return new Picture(
        drawing.xml(),
        ids(Kind.ADDED, difference, drawing),
        ids(Kind.CHANGED, difference, drawing),
        ids(Kind.REMOVED, difference, drawing));
  }

  private static String ids(Kind kind, ModelDifference difference, ModelDrawing drawing) {
    return difference.changes().stream()
        .filter(change -> change.kind() == kind)
        .map(Change::element)
        .flatMap(element -> drawing.idOf(element).stream())
        .collect(Collectors.joining(" "));
  }
}
