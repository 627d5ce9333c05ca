package vn.dvc.scenario;

/** What each part of the scenario of a payment by card plays with. */
interface CardScenario {
  Scenario scenario();

  Portal portal();
}
