package vn.dvc.pay.engine.wiring.tables;

import java.util.List;

/**
 * @param label its head, as an analyst sees it
 * @param listed the values that the column itself lists
 */
record OutputColumn(String label, Kind kind, List<String> listed) {}
