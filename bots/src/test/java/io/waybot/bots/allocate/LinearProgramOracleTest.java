package io.waybot.bots.allocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bound against the optimum of the linear program, as Google's solver finds it. */
class LinearProgramOracleTest {

  @BeforeAll
  static void loadTheSolver() {
    Loader.loadNativeLibraries();
  }

  @Test
  void theBoundOfTenThousandCustomersIsTheLinearOptimum() {
    var instance = aDay(10_000, new SplittableRandom(11));

    var answer = new TreatmentAllocator(2).allocate(instance);

    double optimum = linearOptimum(instance);
    assertThat(answer.missing()).containsOnly(0);
    assertThat(answer.upperBound() / optimum).isCloseTo(1, within(1e-5));
    assertThat(answer.objective()).isLessThanOrEqualTo(optimum * (1 + 1e-9));
    assertThat(answer.gap()).isLessThan(5e-4);
  }

  private static double linearOptimum(Instance instance) {
    var solver = MPSolver.createSolver("GLOP");
    var limits = new MPConstraint[instance.limits().size()];
    for (int r = 0; r < limits.length; r++) {
      limits[r] =
          solver.makeConstraint(instance.limits().minimum()[r], instance.limits().maximum()[r]);
    }
    var objective = solver.objective();
    objective.setMaximization();
    for (int unit = 0; unit < instance.units(); unit++) {
      var atMostOne = solver.makeConstraint(0, 1);
      for (int o = instance.firstOption(unit); o < instance.firstOption(unit + 1); o++) {
        var share = solver.makeNumVar(0, 1, "");
        objective.setCoefficient(share, instance.value(o));
        atMostOne.setCoefficient(share, 1);
        instance.eachUse(o, (limit, units) -> limits[limit].setCoefficient(share, units));
      }
    }
    assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
    return objective.value();
  }

  /** 20 candidates each; 8 channel capacities, 20 product maxima, 8 minima, a budget. */
  private static Instance aDay(int customers, SplittableRandom random) {
    var minimum = new double[29];
    var maximum = new double[29];
    var penalty = new double[29];
    for (int r = 0; r < 28; r++) {
      maximum[r] = Math.floor(customers * (r < 8 ? 0.02 + 0.02 * r : 0.02 + 0.002 * r));
    }
    for (int r = 8; r < 16; r++) {
      minimum[r] = Math.floor(0.012 * customers);
      penalty[r] = 200;
    }
    maximum[28] = 0.2 * customers;
    var builder = new InstanceBuilder(new Limits(minimum, maximum, penalty));
    for (int c = 0; c < customers; c++) {
      builder.unit().customer(KeyHash.of("c" + c));
      double taste = Math.pow(random.nextDouble(), 2);
      for (int product = 0; product < 20; product++) {
        int channel = random.nextInt(8);
        builder.option(
            taste * Math.pow(random.nextDouble(), 2) * (20 + 5 * (product % 7)),
            builder.kind(
                8 * product + channel,
                new int[] {channel, 8 + product, 28},
                new double[] {1, 1, 0.05 + 0.1 * channel}));
      }
    }
    return builder.build();
  }
}
