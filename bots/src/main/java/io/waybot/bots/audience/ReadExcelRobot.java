package io.waybot.bots.audience;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.imports.CustomerList;
import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.customer.CustomerStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Takes the list of a run from a workbook or CSV file that the bank has put into {@code files/in}.
 */
@Component
class ReadExcelRobot implements Robot<ReadExcelRobot.Input, ReadExcelRobot.Output> {
  private final IncomingFiles files;
  private final CustomerStore customers;
  private final ListDoor door;

  ReadExcelRobot(IncomingFiles files, CustomerStore customers, ListDoor door) {
    this.files = files;
    this.customers = customers;
    this.door = door;
  }

  /**
   * @param file name in {@code files/in}; {@code {date}} stands for the business date
   * @param sheet blank: the first
   * @param column heading of the customer's key; blank: the first column
   */
  @RobotInfo(job = "read-excel", group = BlockGroup.LIST, order = 50, icon = "sheet")
  record Input(
      @Field(required = true) String file, @Nullable String sheet, @Nullable String column) {}

  /**
   * @param unknown rows whose key is no customer's
   * @param outside customers of the file that are inactive or of another unit
   */
  record Output(AudienceRef audience, int reentry, int unknown, int outside) {}

  @Override
  public String jobType() {
    return "read-excel";
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
    var name = input.file().replace("{date}", context.businessDate().toString());
    var path = files.named(name);
    if (!Files.isRegularFile(path)) {
      throw new RobotFailure.Refused("file_missing", Said.of("file_missing", name));
    }
    var list = read(path, input);
    var inside = RoaringBitmap.and(list.customers(), customers.ofOrg(context.ownerOrg()));
    var kept = door.withoutReentries(inside, context);
    var entered =
        door.enter(kept, RoaringBitmap.andNot(inside, kept), Map.of("file", name), context);
    return Outcome.done(
        new Output(
            entered.audience(),
            entered.reentry(),
            list.unknown(),
            list.customers().getCardinality() - inside.getCardinality()));
  }

  private CustomerList read(Path path, Input input) {
    var layout =
        path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
            ? FileLayout.csv(StandardCharsets.UTF_8, ',')
            : FileLayout.xlsx(input.sheet());
    try {
      return CustomerList.of(path, layout, input.column(), customers);
    } catch (ImportRefusal e) {
      throw new RobotFailure.Refused(e.code(), new Said(e.message("zh"), e.message("en")));
    }
  }
}
