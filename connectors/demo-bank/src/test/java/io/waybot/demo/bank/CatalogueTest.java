package io.waybot.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void shipsTheWholeDocument() {
    assertThat(DemoBank.organisation()).hasSize(1 + 4 + 12);
    assertThat(DemoBank.people()).hasSize(12 + 1 + 34);
    assertThat(DemoBank.people().stream().filter(p -> p.rm() != null)).hasSize(36);
    assertThat(DemoBank.groups()).hasSize(7);
    assertThat(DemoBank.stages()).hasSize(7);
    assertThat(DemoBank.behaviours()).hasSize(20);
    assertThat(DemoBank.events()).hasSize(31);
    assertThat(DemoBank.products()).hasSize(21);
    assertThat(DemoBank.disclaimers()).hasSize(9);
    assertThat(DemoBank.benefits()).hasSize(4);
    assertThat(DemoBank.channels()).hasSize(9);
    assertThat(DemoBank.contents()).hasSize(28);
    assertThat(DemoBank.strategies()).hasSize(53);
    assertThat(DemoBank.reasons()).hasSize(17);
    assertThat(DemoBank.scripts()).hasSize(3);
    assertThat(DemoBank.journeys()).hasSize(9);
    assertThat(DemoBank.segments()).hasSize(24);
    assertThat(DemoBank.strategies().stream().mapToInt(Catalogue.Strategy::customers).sum())
        .isEqualTo(22_465);
    assertThat(DemoBank.organisation().stream().mapToInt(Catalogue.OrgUnit::customers).sum())
        .isEqualTo(50_000);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var products =
        DemoBank.products().stream().map(Catalogue.Product::code).collect(Collectors.toSet());
    var contents =
        DemoBank.contents().stream().map(Catalogue.Content::code).collect(Collectors.toSet());
    var channels =
        DemoBank.channels().stream().map(Catalogue.Channel::code).collect(Collectors.toSet());
    var disclaimers =
        DemoBank.disclaimers().stream().map(Catalogue.Disclaimer::code).collect(Collectors.toSet());

    assertThat(DemoBank.strategies())
        .allMatch(s -> s.product() == null || products.contains(s.product()))
        .allMatch(s -> contents.contains(s.content()))
        .allMatch(s -> channels.contains(s.first()))
        .allMatch(s -> s.second() == null || channels.contains(s.second()));
    assertThat(DemoBank.products())
        .allMatch(p -> p.disclaimer() == null || disclaimers.contains(p.disclaimer()));
  }

  @Test
  void bothLanguagesOfAContentUseTheSameVariables() {
    assertThat(DemoBank.contents())
        .allSatisfy(
            c -> assertThat(variables(c.textZh())).as(c.code()).isEqualTo(variables(c.textEn())));
  }

  private static java.util.Set<String> variables(String text) {
    return java.util.regex.Pattern.compile("\\{\\{(\\w+)}}")
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }
}
