package io.waybot.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void shipsTheWholeDocument() {
    assertThat(DemoTables.organisation()).hasSize(1 + 4 + 12);
    assertThat(DemoTables.people()).hasSize(12 + 1 + 34);
    assertThat(DemoTables.people().stream().filter(p -> p.rm() != null)).hasSize(36);
    assertThat(DemoTables.groups()).hasSize(7);
    assertThat(DemoTables.stages()).hasSize(7);
    assertThat(DemoTables.behaviours()).hasSize(20);
    assertThat(DemoTables.events()).hasSize(31);
    assertThat(DemoTables.products()).hasSize(21);
    assertThat(DemoTables.disclaimers()).hasSize(9);
    assertThat(DemoTables.benefits()).hasSize(4);
    assertThat(DemoTables.channels()).hasSize(9);
    assertThat(DemoTables.contents()).hasSize(28);
    assertThat(DemoTables.strategies()).hasSize(53);
    assertThat(DemoTables.reasons()).hasSize(17);
    assertThat(DemoTables.scripts()).hasSize(3);
    assertThat(DemoTables.journeys()).hasSize(9);
    assertThat(DemoTables.segments()).hasSize(24);
    assertThat(DemoTables.strategies().stream().mapToInt(Catalogue.Strategy::customers).sum())
        .isEqualTo(22_465);
    assertThat(DemoTables.organisation().stream().mapToInt(Catalogue.OrgUnit::customers).sum())
        .isEqualTo(50_000);
  }

  @Test
  void everyColumnOfTheCustomersHasNamesForPeople() {
    assertThat(
            DemoTables.fields().stream()
                .filter(field -> field.dataset().equals("customers") && field.name() != null)
                .map(Catalogue.Field::name))
        .containsExactlyElementsOf(Column.all().stream().map(Column::name).toList());
    assertThat(DemoTables.fields())
        .noneMatch(field -> field.zh().isBlank() || field.en().isBlank());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var products =
        DemoTables.products().stream().map(Catalogue.Product::code).collect(Collectors.toSet());
    var contents =
        DemoTables.contents().stream().map(Catalogue.Content::code).collect(Collectors.toSet());
    var channels =
        DemoTables.channels().stream().map(Catalogue.Channel::code).collect(Collectors.toSet());
    var disclaimers =
        DemoTables.disclaimers().stream()
            .map(Catalogue.Disclaimer::code)
            .collect(Collectors.toSet());

    assertThat(DemoTables.strategies())
        .allMatch(s -> s.product() == null || products.contains(s.product()))
        .allMatch(s -> contents.contains(s.content()))
        .allMatch(s -> channels.contains(s.first()))
        .allMatch(s -> s.second() == null || channels.contains(s.second()));
    assertThat(DemoTables.products())
        .allMatch(p -> p.disclaimer() == null || disclaimers.contains(p.disclaimer()));
  }

  @Test
  void bothLanguagesOfAContentUseTheSameVariables() {
    assertThat(DemoTables.contents())
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
