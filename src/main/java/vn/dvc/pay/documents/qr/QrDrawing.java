package vn.dvc.pay.documents.qr;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Dimension2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/**
 * A QR code in a document: one path of rectangles, scaled to the area that the template provides.
 */
public final class QrDrawing extends AbstractRenderer
    implements Graphics2DRenderable, DimensionRenderable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final transient List<Rectangle> runs;

  public QrDrawing(int size, List<Rectangle> runs) {
    this.size = size;
    this.runs = runs;
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    return new Dimension(size, size);
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D place) {
    var own = (Graphics2D) graphics.create();
    try {
      own.translate(place.getX(), place.getY());
      own.scale(place.getWidth() / size, place.getHeight() / size);
      var path = new Path2D.Double();
      runs.forEach(run -> path.append(run, false));
      own.setColor(Color.BLACK);
      own.fill(path);
    } finally {
      own.dispose();
    }
  }
}
