package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.bots.evaluate.Overall;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.math.BigDecimal;

/** Two columns only: everything that was sold, and what the journey caused. */
class MoneyTable extends Div {

  MoneyTable(Texts texts, Overall all, ResultCounts counts) {
    addClassName("wb-card");
    var caused = all.caused();
    double sales = all.causedSales();
    var table =
        new SmallTable("", texts.get("results.all"), texts.get("results.caused"))
            .row(
                new Span(texts.get("results.sales")),
                counts.count(
                    all.treatmentConverted(), texts.get("results.sales"), Count.TREATMENT_SALES),
                new Span(Formats.count(Math.round(sales))))
            .row(
                new Span(texts.get("results.amount")),
                new Span(Formats.yuan(all.amountAllYuan())),
                new Span(yuan(caused.yuan())));
    var range =
        new Div(new Span(texts.get("results.between", yuan(caused.low()), yuan(caused.high()))));
    range.addClassName("wb-muted");
    var cost = new Div(new Span(texts.get("results.cost", Formats.yuan(all.costYuan()))));
    var each =
        new Div(
            new Span(
                sales > 0
                    ? texts.get("results.costEach", yuan(all.costYuan().doubleValue() / sales))
                    : texts.get("results.costEach.none")));
    add(new H3(texts.get("results.money")), table, range, perCustomer(texts, all), cost, each);
  }

  /** How far the means of both arms differ, of sales or of the amount the planner named. */
  private static Div perCustomer(Texts texts, Overall all) {
    var amount = all.amount();
    var difference = amount.difference();
    var column = amount.column();
    return new Div(
        new Span(
            texts.get(
                "results.perCustomer",
                column == null ? texts.get("results.amount") : column,
                yuan(difference.yuan()),
                yuan(difference.low()),
                yuan(difference.high()))));
  }

  private static String yuan(double amount) {
    return Formats.yuan(BigDecimal.valueOf(amount));
  }
}
