package vn.dvc.pay.operations.models;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.engine.release.ModelComparison;
import vn.dvc.pay.engine.release.ModelDifference;
import vn.dvc.pay.engine.release.Picture;

/**
 * What a release changes in one file.
 *
 * @param before null for a table or a form, and where nothing ran before
 * @param after null for a table or a form
 */
public record FileChange(
    ModelDifference difference, @Nullable Picture before, @Nullable Picture after) {

  static FileChange of(Release.File file) {
    var difference = ModelComparison.of(file.name(), file.before(), file.content());
    var drawn = file.name().endsWith(".bpmn");
    return new FileChange(
        difference,
        drawn && file.before() != null ? Picture.of(file.before(), difference) : null,
        drawn ? Picture.of(file.content(), difference) : null);
  }

  Optional<String> drawing(boolean earlier) {
    return Optional.ofNullable(earlier ? before : after).map(Picture::xml);
  }
}
