package io.waybot.bots.lead;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.content.Scripts;
import io.waybot.db.lead.Lead;
import io.waybot.db.lead.LeadTable;
import io.waybot.db.lead.NewLead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Hands chosen customers to relationship managers; a rehearsal hands over nothing and counts. */
@Component
class CreateLeadsRobot implements Robot<CreateLeadsRobot.Input, CreateLeadsRobot.Output> {
  private final AudienceStore audiences;
  private final LeadDraft draft;
  private final LeadTable leads;
  private final Scripts scripts;

  CreateLeadsRobot(AudienceStore audiences, LeadDraft draft, LeadTable leads, Scripts scripts) {
    this.audiences = audiences;
    this.draft = draft;
    this.leads = leads;
    this.scripts = scripts;
  }

  /**
   * @param to who gets a customer: the own manager first, the own manager or nobody, or the team
   * @param perPersonPerDay of this journey, a day
   * @param dueInDays business days to work a lead
   * @param ifExpired RETURN to the team once, or CLOSE
   */
  @RobotInfo(job = "create-leads", group = BlockGroup.REACH, order = 50, icon = "branch")
  record Input(
      AudienceRef audience,
      @Field(
              byDefault = "OWN_FIRST",
              options = {"OWN_FIRST", "OWN_ONLY", "TEAM"})
          @Nullable String to,
      @Field(byDefault = "10", min = 1, max = 200) @Nullable Integer perPersonPerDay,
      @Field(required = true, choices = "scripts") String script,
      @Field(byDefault = "3", min = 1, max = 60) @Nullable Integer dueInDays,
      @Field(
              byDefault = "RETURN",
              options = {"RETURN", "CLOSE"})
          @Nullable String ifExpired) {}

  /**
   * @param unassigned of those, nobody had room
   * @param withheld not handed over: the customer said no meanwhile
   */
  record Output(AudienceRef handed, int unassigned, int withheld) {}

  @Override
  public String jobType() {
    return "create-leads";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    if (scripts.find(input.script()).isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("no_script", input.script()), null);
    }
    var wish =
        new LeadDraft.Wish(
            input.script(),
            to(input.to()),
            input.perPersonPerDay() == null ? 10 : input.perPersonPerDay(),
            input.dueInDays() == null ? 3 : input.dueInDays(),
            "CLOSE".equals(input.ifExpired()) ? Lead.IfExpired.CLOSE : Lead.IfExpired.RETURN);
    var drafted = draft.of(audiences.load(input.audience().id()), wish, context);
    if (!context.rehearsal()) {
      leads.add(
          new LeadTable.Origin(
              context.runId(), context.scopeRunId(), context.step(), context.journeyId()),
          drafted);
    }
    var handed = new RoaringBitmap();
    drafted.stream()
        .filter(lead -> lead.withheld() == null)
        .forEach(lead -> handed.add(lead.customer()));
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "handed")
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}");
    return Outcome.done(
        new Output(
            audiences.save(origin, handed),
            unassigned(drafted, context),
            drafted.size() - handed.getCardinality()));
  }

  private static LeadAssigner.To to(@Nullable String wanted) {
    try {
      return wanted == null || wanted.isBlank()
          ? LeadAssigner.To.OWN_FIRST
          : LeadAssigner.To.valueOf(wanted.strip());
    } catch (IllegalArgumentException e) {
      throw new RobotFailure.Permanent(Said.of("no_receiver", String.valueOf(wanted)), e);
    }
  }

  /** After a crash between commit and answer the rows tell it, not the second draft. */
  private int unassigned(List<NewLead> drafted, RobotContext context) {
    return context.rehearsal()
        ? (int)
            drafted.stream().filter(lead -> lead.withheld() == null && lead.staff() == null).count()
        : leads.unassigned(context.scopeRunId(), context.step());
  }
}
