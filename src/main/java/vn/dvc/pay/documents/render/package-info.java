/** Renders documents as PDF/A-2a and stores each as first printed. */
package vn.dvc.pay.documents.render;
