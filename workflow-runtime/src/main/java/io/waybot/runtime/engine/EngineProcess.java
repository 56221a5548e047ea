package io.waybot.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's child process: started, taken over from an application that was killed, or replaced.
 */
class EngineProcess {
  private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
  private static final Duration STOP = Duration.ofSeconds(10); // its state survives a kill

  private final EngineFiles files;
  private final EnginePorts ports;
  private final EngineProbe probe;

  EngineProcess(EngineFiles files, EnginePorts ports, EngineProbe probe) {
    this.files = files;
    this.ports = ports;
    this.probe = probe;
  }

  /**
   * A running engine of this command line: the one that outlived us if it is healthy and was
   * started the same way, else a new one.
   */
  ProcessHandle startOrAdopt(EngineLine line) {
    var left = files.recordedProcess().filter(this::isOurs);
    if (left.isPresent()) {
      if (startedBy(line, left.get()) && healthy()) {
        LOG.info("engine adopted pid={}", left.get().pid());
        return left.get();
      }
      LOG.info("engine replaced pid={}", left.get().pid());
      stop(left.get());
    }
    ports.refuseTaken();
    return start(line);
  }

  /**
   * Refuses before anything is started when neither our ports are free nor our own engine holds
   * them.
   */
  void refuseTakenPorts() {
    if (files.recordedProcess().filter(this::isOurs).isEmpty()) {
      ports.refuseTaken();
    }
  }

  /** Looks for some seconds: a healthy engine may miss one question while it is busy. */
  private boolean healthy() {
    for (int look = 0; look < 5; look++) {
      if (probe.ready()) {
        return true;
      }
      try {
        Thread.sleep(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /** Asks the engine to end, and ends it when it does not. */
  void stop(ProcessHandle process) {
    process.destroy();
    if (!ended(process, STOP)) {
      LOG.warn("engine did not stop in {} s and is killed pid={}", STOP.toSeconds(), process.pid());
      process.destroyForcibly();
      ended(process, STOP);
    }
    files.forgetProcess();
  }

  private ProcessHandle start(EngineLine line) {
    try {
      var process =
          new ProcessBuilder(line.command())
              .directory(files.dir().toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  files
                      .output()
                      .toFile()) // a file: the engine may outlive us, a pipe would block it
              .start();
      files.recordProcess(process.pid());
      LOG.info("engine started pid={} gateway=127.0.0.1:{}", process.pid(), ports.gateway());
      return process.toHandle();
    } catch (IOException e) {
      throw new EngineNotStartable("The engine's process cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * A pid is used again by the system: only the command line proves that it is an engine on our
   * data.
   */
  private boolean isOurs(ProcessHandle process) {
    return process.isAlive() && commandLine(process).contains(EngineLine.data(files));
  }

  private static boolean startedBy(EngineLine line, ProcessHandle process) {
    return commandLine(process).contains(line.mark());
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private static boolean ended(ProcessHandle process, Duration within) {
    try {
      process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
