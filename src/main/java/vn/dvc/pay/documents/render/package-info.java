/** Renders documents as PDF/A-2a and keeps each as it was first printed. */
package vn.dvc.pay.documents.render;
