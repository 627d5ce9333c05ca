package vn.dvc.pay.engine.wiring;

import static java.awt.geom.Line2D.linesIntersect;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.dvc.pay.engine.wiring.Drawing.Box;
import vn.dvc.pay.engine.wiring.Drawing.Point;

/** How a flow is drawn, from its source to its target. */
record DrawnLine(List<Point> points) {

  /**
   * Whether two flows touch, except where they leave or reach the same shape together: there they
   * may share a line, which reads as a fork or a junction.
   */
  boolean crosses(DrawnLine other, boolean sameSource, boolean sameTarget) {
    var mine = this;
    var theirs = other;
    if (sameSource) {
      var shared = sharedBeginning(theirs);
      mine = mine.from(shared);
      theirs = theirs.from(shared);
    }
    if (sameTarget) {
      var shared = mine.backwards().sharedBeginning(theirs.backwards());
      mine = mine.backwards().from(shared).backwards();
      theirs = theirs.backwards().from(shared).backwards();
    }
    for (var a : mine.segments()) {
      for (var b : theirs.segments()) {
        if (linesIntersect(a.x1, a.y1, a.x2, a.y2, b.x1, b.y1, b.x2, b.y2)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean runsThrough(Box box) {
    var inside = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    inside.setRect(inside.x + 0.5, inside.y + 0.5, inside.width - 1, inside.height - 1);
    return segments().stream().anyMatch(segment -> segment.intersects(inside));
  }

  private List<Line2D.Double> segments() {
    var segments = new ArrayList<Line2D.Double>();
    for (int i = 1; i < points.size(); i++) {
      var from = points.get(i - 1);
      var to = points.get(i);
      segments.add(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
    }
    return segments;
  }

  /** How far two lines coincide from their beginning, in whole pixels. */
  private double sharedBeginning(DrawnLine other) {
    var end = Math.min(length(), other.length());
    var shared = -1;
    while (shared < end && at(shared + 1).isNear(other.at(shared + 1))) {
      shared++;
    }
    return shared;
  }

  /** The rest of the line from just after that point, so that the fork itself is no crossing. */
  private DrawnLine from(double distance) {
    if (distance < 0) {
      return this;
    }
    var start = Math.min(distance + 1, length());
    var rest = new ArrayList<Point>();
    rest.add(at(start));
    double passed = 0;
    for (int i = 1; i < points.size(); i++) {
      passed += points.get(i - 1).distance(points.get(i));
      if (passed > start) {
        rest.add(points.get(i));
      }
    }
    return new DrawnLine(rest);
  }

  private DrawnLine backwards() {
    var reversed = new ArrayList<>(points);
    Collections.reverse(reversed);
    return new DrawnLine(reversed);
  }

  private double length() {
    return segments().stream().mapToDouble(s -> s.getP1().distance(s.getP2())).sum();
  }

  private Point at(double wanted) {
    var left = wanted;
    for (int i = 1; i < points.size(); i++) {
      var from = points.get(i - 1);
      var to = points.get(i);
      var whole = from.distance(to);
      if (left <= whole) {
        var part = whole == 0 ? 0 : left / whole;
        return new Point(
            from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
      }
      left -= whole;
    }
    return points.get(points.size() - 1);
  }
}
