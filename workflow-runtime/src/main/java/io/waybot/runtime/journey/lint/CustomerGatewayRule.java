package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A condition routes the whole list, so it cannot ask about one customer. */
@Checks(value = "gateway-per-customer", basis = Basis.ENGINE)
class CustomerGatewayRule implements LintRule {
  private final JdbcClient sql;

  CustomerGatewayRule(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      for (var flow : step.outgoing()) {
        var condition = flow.condition();
        if (condition != null && condition.startsWith("=")) {
          for (var variable : Feel.variables(condition.substring(1))) {
            if (isAboutACustomer(variable)) {
              findings.error(step.id(), "gateway-per-customer", step.label(), variable);
            }
          }
        }
      }
    }
  }

  private boolean isAboutACustomer(String variable) {
    var root = variable.split("\\.", 2)[0];
    return root.equals("customer")
        || sql.sql("select count(*) from dataset_column where name = ?")
                .param(root)
                .query(Integer.class)
                .single()
            > 0;
  }
}
