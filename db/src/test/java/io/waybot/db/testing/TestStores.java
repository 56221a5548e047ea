package io.waybot.db.testing;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.SegmentStore;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stores over one test database, wired as in the product: tests of the modules above cannot
 * reach their package-private constructors.
 */
public class TestStores {
  private final TestDatabase.Access db;
  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

  public TestStores(TestDatabase.Access db, Clock clock) {
    this.db = db;
    beans.registerSingleton("jdbcClient", db.sql());
    beans.registerSingleton("jdbcTemplate", db.batch());
    beans.registerSingleton("dataSource", db.dataSource());
    beans.registerSingleton("transactionManager", db.transactions());
    beans.registerSingleton("clock", clock);
    beans.registerSingleton("jsonMapper", JsonMapper.builder().build());
    List.of(
            AudienceStore.class,
            CustomerStore.class,
            DatasetCatalog.class,
            CustomerColumns.class,
            SegmentStore.class)
        .forEach(type -> bean(type));
  }

  /** Hands in a ready-made object, for components that a test makes itself. */
  public <T> T add(T object) {
    beans.registerSingleton(object.getClass().getName(), object);
    return object;
  }

  /** Any component of the product, its constructor's needs taken from what is registered so far. */
  public <T> T bean(Class<T> type) {
    var name = type.getName();
    if (beans.getBeanNamesForType(type).length == 0) {
      var definition = new RootBeanDefinition(type);
      definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
      beans.registerBeanDefinition(name, definition);
    }
    return beans.getBean(type);
  }

  public AudienceStore audiences() {
    return bean(AudienceStore.class);
  }

  public CustomerStore customers() {
    return bean(CustomerStore.class);
  }

  public DatasetCatalog catalog() {
    return bean(DatasetCatalog.class);
  }

  public CustomerColumns columns() {
    return bean(CustomerColumns.class);
  }

  public SegmentStore segments() {
    return bean(SegmentStore.class);
  }

  public Clock clock() {
    return beans.getBean(Clock.class);
  }

  public TestDatabase.Access db() {
    return db;
  }

  /** A unit below another, null for the head office. */
  public void org(String code, @Nullable String parent) {
    var above =
        parent == null
            ? "/"
            : db.sql()
                .sql("select path from org_unit where code = ?")
                .param(parent)
                .query(String.class)
                .single();
    int depth = above.length() - above.replace("/", "").length();
    db.batch()
        .update(
            "insert into org_unit (code, parent_code, level, name_zh, name_en, path) values"
                + " (?,?,?,?,?,?)",
            code,
            parent,
            List.of("HEAD_OFFICE", "BRANCH", "SUB_BRANCH").get(depth - 1),
            code,
            code,
            above + code + "/");
  }

  /** The profile {@code customers} with a column of each type. */
  public void customersTable() {
    catalog()
        .create(
            "customers",
            Dataset.Kind.PROFILE,
            "客户",
            "Customers",
            List.of(
                column("age", ColumnType.INT, 1),
                column("aum_yuan", ColumnType.DECIMAL, 2),
                column("group_code", ColumnType.TEXT, 3),
                column("consent", ColumnType.BOOL, 4),
                column("opened", ColumnType.DATE, 5)));
  }

  private static DatasetColumn column(String name, ColumnType type, int position) {
    return DatasetColumn.of(name, name, type, position);
  }
}
