package vn.dvc.pay.mailing.intake;

/** Looks for events and overdue tasks when a test says so. */
public class IntakeByHand {
  private final MailingIntake intake;
  private final OverdueTasks overdue;

  IntakeByHand(MailingIntake intake, OverdueTasks overdue) {
    this.intake = intake;
    this.overdue = overdue;
  }

  public void look() {
    intake.look();
  }

  public void lookForOverdueTasks() {
    overdue.look();
  }
}
