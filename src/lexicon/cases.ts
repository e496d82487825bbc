/** Words of case compilations (典型案例汇编). */

/** A document that has one of these in its title or preface may be a compilation. */
export const COMPILATION = /案例|经验做法|典型做法|典型经验|创新做法|优秀做法|经验材料/;

/** Headings of parts that hold no practices: background, results, lessons. */
export const NO_PRACTICES =
  /成效|效果|成果|启示|背景|基本情况|概况|概述|体会|思考|下一步|存在(?:的)?问题|经验(?:总结|启发)|取得(?:的)?(?:成绩|实效)|案例(?:背景|简介|点评|评析)|社会反响|推广价值|工作打算|动因|起因|挑战|困难/;

/** Headings of parts that hold them. */
export const HOLDS_PRACTICES =
  /^(?:主要|具体|工作|创新|典型|改革|经验|特色|重点|实施|案例)*(?:做法|举措|措施|实践|路径|过程|创新点|内容|探索|做法与成效|做法和成效|做法及成效|经验)$/;

/** First words of paragraphs that introduce or sum up; their first sentence is no run-in heading. */
export const NO_RUN_IN =
  /^(?:近年来|今年以来|去年以来|截至|截止|目前|同时|通过|为了?|自\d|自20|\d{4}年|下一步|据|此外|另外|其中|随着|针对|在|经过|如今|以来|例如|比如|一年来|三年来|多年来|累计|全[市区县]|该)/;

/** 案例一 · 案例1 · 【案例1】 · 案例之一 before a title. */
export const CASE_MARK = /^[【[(]?(?:典型|优秀|示范|创新)?案例(?:之)?[一二三四五六七八九十\d]{1,4}[】\])]?[:、.]?/;

/** Lines under a title that name the place: 报送单位：砚川市苇湖区人民政府. */
export const PLACE_LABELS = /^(?:报送|推荐|申报|选送|供稿|来源|案例|所在|所属)?(?:单位|地区|区域|县区|区县|部门):/;

/** Verbs that follow a place's name in titles: none of them stands inside one. */
export const TITLE_VERBS = '推创打建构实以聚深优强促助提让用持多探着力坚把抓擦搭做擘跑跨事纵加破精围立全五四三六七八九十“《';
