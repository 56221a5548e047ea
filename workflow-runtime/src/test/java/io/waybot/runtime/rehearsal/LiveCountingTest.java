package io.waybot.runtime.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waybot.bots.Foretelling.Foresight;
import io.waybot.bots.RobotContext;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.roaringbitmap.RoaringBitmap;

/** The starter journey while it is drawn. */
class LiveCountingTest {
  private static final Set<String> FORETELLING =
      Set.of("pull-audience", "filter-by-policy", "split-arms");
  private final ForetoldStep robots = mock();
  private final Map<String, CountedLists.Known> memory = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Integer> judged = new ArrayList<>();

  @BeforeEach
  void letRobotsForetell() {
    when(robots.canCount(any()))
        .thenAnswer(
            call -> FORETELLING.contains(String.valueOf(((Place) call.getArgument(0)).job())));
    when(robots.of(any(), any(), any())).thenAnswer(call -> foretell(call.getArgument(0)));
  }

  @Test
  void countsFromTheListToTheFirstBlockThatOnlyARunCanAnswer() throws IOException {
    var told = count(starter());

    assertThat(told.getLast().complete()).isTrue();
    assertThat(lines(told.getLast()))
        .isEqualTo(Map.of("pull_to_policy", 100, "policy_to_split", 80, "split_to_score", 70));
    assertThat(told.getLast().blocks())
        .filteredOn(block -> block.id().equals("policy"))
        .singleElement()
        .extracting(RunPicture.Block::removed)
        .isEqualTo(Map.of("CAP", 20));
    assertThat(told).hasSize(4); // after each of three blocks, and at the end
  }

  @Test
  void countsOnlyWhatAChangeTouches() throws IOException {
    count(starter());
    asked.clear();

    var told =
        count(
            starter()
                .replace(
                    "<zeebe:input source=\"10\" target=\"controlPercent\"",
                    "<zeebe:input source=\"20\" target=\"controlPercent\""));

    assertThat(asked).containsExactly("split");
    assertThat(lines(told.getLast())).containsEntry("policy_to_split", 80);
  }

  @Test
  void countsEverythingBehindAChangedListAgain() throws IOException {
    count(starter());
    asked.clear();

    count(starter().replace("J1-LIST", "J2-LIST"));

    assertThat(asked).containsExactly("pull", "policy", "split");
  }

  @Test
  void stopsWhenANewerDrawingCame() throws IOException {
    var told = new ArrayList<LiveCount>();

    counting(starter()).run(() -> asked.size() < 2, told::add);

    assertThat(asked).containsExactly("pull", "policy");
    assertThat(told).noneMatch(LiveCount::complete);
  }

  @Test
  void judgesASampleOfALongListAndSaysWhatItMeansForAll() throws IOException {
    doAnswer(
            call -> {
              Map<String, RoaringBitmap> lists = call.getArgument(1);
              var given = lists.get("audience");
              if (given == null) {
                return new Foresight(Map.of("audience", customers(1_000_000)), Map.of());
              }
              given(given.getCardinality());
              var even = new RoaringBitmap();
              given.forEach((int customer) -> {
                if (customer % 2 == 0) {
                  even.add(customer);
                }
              });
              var odd = RoaringBitmap.andNot(given, even);
              return new Foresight(Map.of("allowed", even, "treatment", even), Map.of("CAP", odd));
            })
        .when(robots)
        .of(any(), any(), any());

    var told = count(starter()).getLast();

    assertThat(judged).allMatch(customers -> customers <= 150_000);
    assertThat(lines(told)).containsEntry("pull_to_policy", 1_000_000);
    assertThat(lines(told).get("policy_to_split")).isBetween(499_900, 500_100);
  }

  private void given(int customers) {
    judged.add(customers);
  }

  private List<LiveCount> count(String xml) {
    var told = new ArrayList<LiveCount>();
    counting(xml).run(() -> true, told::add);
    return told;
  }

  private LiveCounting counting(String xml) {
    var nobody = new UUID(0, 0);
    var context =
        new RobotContext(
            nobody,
            nobody,
            "REHEARSAL",
            nobody,
            nobody,
            "deposit_daily",
            "00",
            LocalDate.of(2026, 11, 20),
            nobody,
            "",
            1);
    return new LiveCounting(ways(xml), context, "data", robots, memory);
  }

  private Foresight foretell(Place place) {
    asked.add(place.id());
    return switch (String.valueOf(place.job())) {
      case "pull-audience" -> new Foresight(Map.of("audience", customers(100)), Map.of());
      case "filter-by-policy" ->
          new Foresight(Map.of("allowed", customers(80)), Map.of("CAP", customers(20)));
      default ->
          new Foresight(Map.of("treatment", customers(70), "control", customers(10)), Map.of());
    };
  }

  private static RoaringBitmap customers(int count) {
    return RoaringBitmap.bitmapOfRange(1, count + 1L);
  }

  private static Map<String, Integer> lines(LiveCount count) {
    return count.flows().stream()
        .collect(Collectors.toMap(RunPicture.Flow::id, RunPicture.Flow::customers));
  }

  private static Ways ways(String xml) {
    return Mockito.mock(JourneyLinter.class, Mockito.CALLS_REAL_METHODS).ways(xml);
  }

  private static String starter() throws IOException {
    try (var file = LiveCountingTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
