/** Rules about decision tables: columns, types, words, gaps, overlaps and rows without effect. */
@NullMarked
package vn.dvc.pay.engine.wiring.tables;

import org.jspecify.annotations.NullMarked;
