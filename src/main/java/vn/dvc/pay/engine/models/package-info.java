/** The models as files: read, checked for code, deployed. */
@NullMarked
package vn.dvc.pay.engine.models;

import org.jspecify.annotations.NullMarked;
