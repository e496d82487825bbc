/** Labels of a document's own meta block (元数据), as government websites print it. */
export type MetaField = 'title' | 'docNumber' | 'issuer' | 'issuedOn' | 'publishedOn' | 'publishedAt' | 'indexNumber' | 'validity' | 'other';

export const META_LABELS: Readonly<Record<MetaField, readonly string[]>> = {
  title: ['名称', '标题', '文件名称', '信息名称', '公文名称'],
  docNumber: ['文号', '发文字号', '文件编号', '公文文号', '发文文号', '文件字号', '文件文号'],
  issuer: ['发布机构', '发文机关', '发文机构', '发文单位', '制发机关', '发布单位', '公开机构', '制定机关'],
  issuedOn: ['成文日期', '发文日期', '生成日期', '成文时间', '发文时间', '制发日期', '印发日期', '签发日期'],
  publishedOn: ['发布日期', '公开日期', '公布日期'],
  publishedAt: ['发布时间', '公开时间', '发布于'],
  indexNumber: ['索引号', '索取号', '信息索引号', '信息索引'],
  validity: ['有效性', '效力状态', '文件有效性', '时效性', '时效', '文件状态', '有效状态', '是否有效', '时效状态'],
  other: ['主题分类', '分类', '主题词', '体裁分类', '公开方式', '公开类别', '公开形式', '公开范围', '公开时限', '信息来源', '来源', '浏览次数', '浏览量', '点击数', '字体', '字号', '关键词', '服务对象', '责任编辑', '作者', '有效期', '实施日期', '施行日期', '废止日期', '组配分类', '信息类别', '文件类型', '主办单位', '打印', '语种', '签发人', '公开属性', '登记号', '统一编号', '统一登记号', '内容概述'],
};

/** 【有效】 and its like before a title. */
export const VALIDITY_MARKS: readonly string[] = ['有效', '失效', '废止', '已废止', '已失效', '现行有效', '已修改', '部分失效', '继续有效', '宣布失效'];

/** Labels of who is told and who gets a copy. */
export const TO_LABELS: readonly string[] = ['主送', '主送机关'];
export const CC_LABELS: readonly string[] = ['抄送', '抄报', '分送', '抄送机关', '抄报抄送', '抄送单位', '内部发送'];

/** Labels of contacts. */
export const CONTACT_LABELS: Readonly<Record<'person' | 'phone' | 'fax' | 'email', readonly string[]>> = {
  person: ['联系人', '联络人', '联系人员', '联系人及电话'],
  phone: ['联系电话', '电话', '咨询电话', '值班电话', '手机', '联系方式', '监督电话', '办公电话', '举报电话', '电话/传真', '电话及传真', '传真电话', '服务电话', '电话(传真)'],
  fax: ['传真', '电话/传真', '电话及传真', '传真电话', '传真号码', '电话(传真)'],
  email: ['邮箱', '电子邮箱', '电子邮件', '电邮', '邮件', 'email', 'e-mail', 'E-mail', 'Email', 'E-MAIL', '邮箱地址', '联系邮箱', '电子信箱'],
};
