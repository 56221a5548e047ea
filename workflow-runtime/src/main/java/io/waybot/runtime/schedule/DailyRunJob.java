package io.waybot.runtime.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/**
 * Fired by Quartz every few seconds, on one node of a cluster: asks what is due by the bank's
 * clock, which in the demo is not the machine's.
 */
@DisallowConcurrentExecution
public class DailyRunJob implements Job {
  private final DailyRuns runs;

  DailyRunJob(DailyRuns runs) {
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) {
    runs.openDue();
  }
}
