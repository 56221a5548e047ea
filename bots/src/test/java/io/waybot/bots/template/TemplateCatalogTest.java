package io.waybot.bots.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.template.BlockField.Kind;
import io.waybot.db.audience.AudienceRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateCatalogTest {
  enum OnMissing {
    FALLBACK,
    SKIP
  }

  @RobotInfo(
      job = "test-send",
      group = BlockGroup.REACH,
      variantField = "channel",
      variants = {"sms", "push"})
  record Input(
      AudienceRef audience,
      String channel,
      @Field(required = true, choices = "contents") String content,
      @Field(byDefault = "10", min = 1, max = 20) int perDay,
      @Field OnMissing onMissing,
      @Field(choices = "products", many = true) String offers,
      @Field(choices = "products") List<String> goals,
      @Field(byDefault = "true") boolean sticky) {}

  record Output(AudienceRef sent, int rejected) {}

  private final TemplateCatalog catalog =
      new TemplateCatalog(
          new RobotTexts(), List.of(new RobotType("test-send", Input.class, Output.class)));

  @Test
  void readsOneBlockPerVariantInTheLanguageAskedFor() {
    var chinese = catalog.blocks(Locale.SIMPLIFIED_CHINESE);
    var english = catalog.blocks(Locale.ENGLISH);

    assertThat(chinese).extracting(Block::name).containsExactly("试发短信", "试发推送");
    assertThat(english)
        .extracting(Block::id)
        .containsExactly("io.waybot.test-send.sms", "io.waybot.test-send.push");
    assertThat(english.getFirst().fixed()).isEqualTo(Map.of("channel", "sms"));
    assertThat(english.getFirst().idPrefix()).isEqualTo("sms");
  }

  @Test
  void asksForEachFieldInTheWayItsTypeNeeds() {
    var fields = catalog.ofJob("test-send").orElseThrow().fields();

    assertThat(fields)
        .extracting(BlockField::kind)
        .containsExactly(
            Kind.AUDIENCE,
            Kind.HIDDEN,
            Kind.CHOICE,
            Kind.NUMBER,
            Kind.CHOICE,
            Kind.MANY,
            Kind.MANY,
            Kind.YES_NO);
    assertThat(fields.get(0).required()).isTrue();
    assertThat(fields.get(4).options())
        .containsExactly(new Choice("FALLBACK", "Use fall-back"), new Choice("SKIP", "Skip"));
    assertThat(fields.get(5).listed()).isFalse();
    assertThat(fields.get(6).listed()).isTrue();
  }

  @Test
  void namesTheListsAndCountsThatABlockProduces() {
    var block = catalog.ofJob("test-send").orElseThrow();

    assertThat(block.sets()).containsExactly(new Choice("sent", "Sent"));
    assertThat(block.counts()).containsExactly("rejected");
  }

  @Test
  @SuppressWarnings("unchecked")
  void writesATemplateThatHidesTheJobTypeAndTheVariant() {
    var template = ElementTemplates.of(catalog.blocks(Locale.ENGLISH).getFirst());

    var properties = (List<Map<String, Object>>) template.get("properties");
    assertThat(properties.get(0))
        .containsEntry("type", "Hidden")
        .containsEntry("value", "test-send")
        .containsEntry("binding", Map.of("type", "zeebe:taskDefinition", "property", "type"));
    assertThat(properties)
        .anySatisfy(property ->
            assertThat(property)
                .containsEntry("type", "Hidden")
                .containsEntry("value", "sms")
                .containsEntry("binding", Map.of("type", "zeebe:input", "name", "channel")))
        .anySatisfy(property ->
            assertThat(property)
                .containsEntry("label", "Content")
                .containsEntry("constraints", Map.of("notEmpty", true)));
  }

  @Test
  void refusesARecordThatNamesAnotherJob() {
    var robots = List.of(new RobotType("other", Input.class, Output.class));

    assertThatThrownBy(() -> new TemplateCatalog(new RobotTexts(), robots))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("test-send");
  }
}
