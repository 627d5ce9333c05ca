/** Renders documents as PDF/A-2a and stores each as first printed. */
@NullMarked
package vn.dvc.pay.documents.render;

import org.jspecify.annotations.NullMarked;
