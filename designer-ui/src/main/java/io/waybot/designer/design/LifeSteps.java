package io.waybot.designer.design;

import io.waybot.runtime.schedule.LifeEffect;

/** The steps of a journey's life that a planner takes from the designer, each shown at once. */
class LifeSteps {
  private final Journeys journeys;
  private final OpenJourney open;

  LifeSteps(Journeys journeys, OpenJourney open) {
    this.journeys = journeys;
    this.open = open;
  }

  void submit() {
    journeys.approvals().submit(open.id, open.person, open.language);
    open.start();
  }

  void withdraw() {
    journeys.approvals().withdraw(open.id, open.person);
    open.start();
  }

  void goLive() {
    journeys.deployer().goLive(open.id, open.person, open.language);
    open.start();
  }

  /** What pausing, resuming or retiring would mean now. */
  LifeEffect effect() {
    return journeys.effects().of(open.id, open.person);
  }

  void pause() {
    journeys.life().pause(open.id, open.person);
    open.start();
  }

  void resume() {
    journeys.life().resume(open.id, open.person);
    open.start();
  }

  void retire() {
    journeys.life().retire(open.id, open.person);
    open.start();
  }
}
