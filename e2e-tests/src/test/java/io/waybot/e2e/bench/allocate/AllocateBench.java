package io.waybot.e2e.bench.allocate;

import com.sun.management.OperatingSystemMXBean;
import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.Checker;
import io.waybot.bots.allocate.TreatmentAllocator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Allocates a seeded instance, or one from files, and prints one JSON line.
 *
 * <p>{@code --customers N} (default 1,000,000), {@code --ties}, {@code --hard}, {@code --seed S},
 * {@code --threads T} (default: all processors), {@code --export DIR} writes instance, limits and
 * solution, {@code --instance DIR} solves what is there instead. {@code seconds} and {@code
 * cpu_seconds} are from the arrays in memory to the answer that the allocator's own check has
 * passed; making or reading the instance, and the second check that counts violations, are apart.
 */
final class AllocateBench {
  private final List<String> args;

  private AllocateBench(String[] args) {
    this.args = List.of(args);
  }

  public static void main(String[] args) throws Exception {
    System.exit(new AllocateBench(args).run());
  }

  private int run() throws Exception {
    var named = instance();
    if (!option("--export", "").isEmpty()) {
      new InstanceFiles(Path.of(option("--export", ""))).write(named);
    }
    var allocator =
        new TreatmentAllocator(
            Integer.parseInt(option("--threads", "" + Runtime.getRuntime().availableProcessors())));
    long begun = System.nanoTime();
    long cpu = cpuNanos();
    var answer = allocator.allocate(named.instance());
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    long rss = peakRssMb();
    var violations = Checker.violations(named.instance(), answer);
    violations.forEach(System.err::println);
    var folder = option("--export", option("--instance", ""));
    if (!folder.isEmpty()) {
      new InstanceFiles(Path.of(folder)).writeSolution(named, answer);
    }
    var line = line(named, answer, violations.size());
    line.put("seconds", rounded(seconds));
    line.put("cpu_seconds", rounded(cpuSeconds));
    line.put("peak_rss_mb", rss);
    System.out.println(JsonMapper.builder().build().writeValueAsString(line));
    return violations.isEmpty() ? 0 : 1;
  }

  private NamedInstance instance() throws IOException {
    var folder = option("--instance", "");
    if (!folder.isEmpty()) {
      return new InstanceReader(Path.of(folder)).read();
    }
    return new SeededInstance(
            Integer.parseInt(option("--customers", "1000000")),
            args.contains("--ties"),
            args.contains("--hard"),
            Long.parseLong(option("--seed", "20261120")))
        .build();
  }

  private Map<String, Object> line(NamedInstance named, Allocation answer, int violations) {
    var line = new LinkedHashMap<String, Object>();
    line.put("bench", "allocate");
    line.put("customers", named.instance().customers());
    line.put("candidates", named.instance().options());
    line.put("ties", args.contains("--ties"));
    line.put("hard", args.contains("--hard"));
    line.put("gap_pct", 100 * answer.gap());
    line.put("violations", violations);
    line.put("objective", answer.objective());
    line.put("bound", answer.upperBound());
    line.put("chosen", Arrays.stream(answer.chosen()).filter(option -> option >= 0).count());
    line.put("shortfall", shortfall(named, answer));
    line.put("checksum", checksum(named, answer));
    return line;
  }

  private static Map<String, Double> shortfall(NamedInstance named, Allocation answer) {
    var missing = new TreeMap<String, Double>();
    for (int r = 0; r < answer.missing().length; r++) {
      if (answer.missing()[r] > 0) {
        missing.put(named.limits().get(r), answer.missing()[r]);
      }
    }
    return missing;
  }

  /** SHA-256 of the lines "customer,treatment" by customer; the first 16 digits. */
  static String checksum(NamedInstance named, Allocation answer) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var choice : InstanceFiles.choices(named, answer)) {
        digest.update(
            (choice.customer() + "," + choice.treatment() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String option(String name, String otherwise) {
    int at = args.indexOf(name);
    return at >= 0 && at + 1 < args.size() ? args.get(at + 1) : otherwise;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** VmHWM of this process, MB; −1 where the system does not tell. */
  private static long peakRssMb() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private static double rounded(double seconds) {
    return Math.round(100 * seconds) / 100.0;
  }
}
