package io.waybot.demo.bank;

import static io.waybot.demo.bank.Column.date;
import static io.waybot.demo.bank.Column.flag;
import static io.waybot.demo.bank.Column.number;
import static io.waybot.demo.bank.Column.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the customer is and who looks after them. Phone numbers start with 100: no real one does. */
final class WhoColumns {
  private static final String[] SURNAMES =
      ("王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu "
              + "徐Xu 孙Sun 胡Hu 朱Zhu 高Gao 林Lin 何He 郭Guo 马Ma 罗Luo")
          .split(" ");
  private static final String[] WOMEN =
      ("芳Fang 娜Na 敏Min 静Jing 丽Li 娟Juan 艳Yan 玲Ling 桂英Guiying 秀兰Xiulan "
              + "婷Ting 雪Xue 倩Qian 慧Hui 欣怡Xinyi 雨桐Yutong 佳Jia 梅Mei 洁Jie 晓红Xiaohong")
          .split(" ");
  private static final String[] MEN =
      ("伟Wei 强Qiang 磊Lei 军Jun 洋Yang 勇Yong 杰Jie 涛Tao 超Chao 明Ming "
              + "鹏Peng 浩Hao 志强Zhiqiang 建国Jianguo 俊Jun 宇轩Yuxuan 博Bo 晨Chen 文Wen 小龙Xiaolong")
          .split(" ");
  private static final String[] INDUSTRIES = {
    "manufacturing",
    "healthcare",
    "education",
    "logistics",
    "software",
    "retail",
    "construction",
    "public service"
  };
  private static final int EMPLOYERS = 24;

  static final List<Column> ALL =
      List.of(
          text("customer_no", p -> p.n),
          text("org_code", Profile::org),
          text("home_rm", Profile::relationshipManager),
          text("surname_zh", p -> chinese(surname(p))),
          text("given_zh", p -> chinese(given(p))),
          text("surname_en", p -> english(surname(p))),
          text("given_en", p -> english(given(p))),
          text("gender", p -> p.female() ? "F" : "M"),
          date("birth_date", WhoColumns::birthDate),
          number("age", Profile::age),
          flag("payroll", p -> p.group.payroll()),
          text("group_code", p -> p.group.code),
          text("employer_code", p -> p.group.payroll() ? employer(p) : null),
          text("previous_employer_code", p -> p.group.payroll() ? previousEmployer(p) : null),
          text(
              "industry",
              p -> p.group.payroll() ? INDUSTRIES[employerIndex(p) % INDUSTRIES.length] : null),
          text("stage", p -> p.stage() == 0 ? null : "S" + p.stage()));

  private WhoColumns() {}

  private static String surname(Profile p) {
    return SURNAMES[Dice.floor(SURNAMES.length, "surname", p.n)];
  }

  private static String given(Profile p) {
    var names = p.female() ? WOMEN : MEN;
    return names[Dice.floor(names.length, "given", p.n)];
  }

  private static String chinese(String both) {
    return both.substring(0, latinFrom(both));
  }

  private static String english(String both) {
    return both.substring(latinFrom(both));
  }

  private static int latinFrom(String both) {
    int i = 0;
    while (both.charAt(i) > 'z') {
      i++;
    }
    return i;
  }

  /** The next birthday is within the week exactly for those dealt E29; the age is the one on D0. */
  private static LocalDate birthDate(Profile p) {
    int days = p.has("E29") ? 7 - p.daysSince("E29") : p.between(8, 357, "birthday");
    return days == 0 ? p.d0.minusYears(p.age()) : p.d0.plusDays(days).minusYears(p.age() + 1L);
  }

  private static int employerIndex(Profile p) {
    return Dice.floor(EMPLOYERS, "employer", p.n);
  }

  static String employer(Profile p) {
    return employerCode(employerIndex(p));
  }

  private static @Nullable String previousEmployer(Profile p) {
    int moved = p.has("E06") ? p.between(1, EMPLOYERS - 1, "previousemployer") : 0;
    return employerCode((employerIndex(p) + moved) % EMPLOYERS);
  }

  private static String employerCode(int index) {
    return (index < 9 ? "A0" : "A") + (index + 1);
  }
}
