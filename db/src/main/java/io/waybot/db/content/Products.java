package io.waybot.db.content;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The products of the bank. The caller writes the audit entry. */
@Component
public class Products {
  private static final String COLUMNS =
      "name_zh, name_en, product_class, terms_zh, terms_en, rate, risk_level, min_yuan,"
          + " margin_yuan, disclaimer_code, recorded_sale, active, code";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  public Products(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public List<Product> all() {
    return sql.sql("select " + COLUMNS + " from product order by code")
        .query(Products::read)
        .list();
  }

  public Optional<Product> find(String code) {
    return sql.sql("select " + COLUMNS + " from product where code = ?")
        .param(code)
        .query(Products::read)
        .optional();
  }

  /** Writes the product as given, new or known. */
  @Transactional
  public void save(Product p) {
    Object[] values = {
      p.nameZh(),
      p.nameEn(),
      p.productClass(),
      p.termsZh(),
      p.termsEn(),
      p.rate(),
      p.riskLevel(),
      p.minYuan(),
      p.marginYuan(),
      p.disclaimerCode(),
      p.recordedSale(),
      p.active(),
      p.code()
    };
    int changed =
        writes.update(
            "update product set name_zh=?, name_en=?, product_class=?, terms_zh=?, terms_en=?,"
                + " rate=?, risk_level=?, min_yuan=?, margin_yuan=?, disclaimer_code=?,"
                + " recorded_sale=?, active=? where code=?",
            values);
    if (changed == 0) {
      writes.update(
          "insert into product (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?)", values);
    }
  }

  private static Product read(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new Product(
        row.getString("code"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getString("product_class"),
        row.getString("terms_zh"),
        row.getString("terms_en"),
        row.getString("rate"),
        row.getObject("risk_level", Integer.class),
        row.getBigDecimal("min_yuan"),
        row.getBigDecimal("margin_yuan"),
        row.getString("disclaimer_code"),
        row.getBoolean("recorded_sale"),
        row.getBoolean("active"));
  }
}
