/** Words around names of areas (行政区). The names and codes themselves come from the package @vant/area-data. */

/** Suffixes of names of areas, longer ones first: what is left without them is the short name. */
export const AREA_SUFFIXES: readonly string[] = [
  '特别行政区', '自治区', '自治州', '自治县', '自治旗', '地区', '省', '市', '区', '县', '旗', '盟', '州',
];

/** Nationalities (民族) in names of autonomous areas, not part of the short name: 恩施土家族苗族自治州 → 恩施. */
export const NATIONALITIES: readonly string[] = [
  '维吾尔', '哈萨克', '柯尔克孜', '蒙古', '各族', '汉族', '蒙古族', '回族', '藏族', '维吾尔族', '苗族', '彝族', '壮族', '布依族', '朝鲜族', '满族', '侗族', '瑶族', '白族', '土家族',
  '哈尼族', '哈萨克族', '傣族', '黎族', '傈僳族', '佤族', '畲族', '高山族', '拉祜族', '水族', '东乡族', '纳西族', '景颇族', '柯尔克孜族', '土族', '达斡尔族', '仫佬族', '羌族',
  '布朗族', '撒拉族', '毛南族', '仡佬族', '锡伯族', '阿昌族', '普米族', '塔吉克', '塔吉克族', '怒族', '乌孜别克族', '俄罗斯族', '鄂温克族', '德昂族', '保安族', '裕固族', '京族', '塔塔尔族',
  '独龙族', '鄂伦春', '鄂伦春族', '赫哲族', '门巴族', '珞巴族', '基诺族', '达斡尔',
];

/** One-character signs of the provinces (简称) with the first two digits of their codes: 陕政办发 → 61. */
export const PROVINCE_SIGNS: Readonly<Record<string, string>> = {
  京: '11', 津: '12', 冀: '13', 晋: '14', 蒙: '15', 辽: '21', 吉: '22', 黑: '23', 沪: '31', 苏: '32', 浙: '33', 皖: '34', 闽: '35', 赣: '36', 鲁: '37', 豫: '41', 鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50',
  川: '51', 黔: '52', 滇: '53', 藏: '54', 陕: '61', 甘: '62', 青: '63', 宁: '64', 新: '65',
};

/**
 * Development zones (开发区) and the like: no areas of GB/T 2260, they keep the code of the area above them. Short name
 * and full name; longer ones first.
 */
export const ZONE_KINDS: readonly (readonly [short: string, full: string])[] = [
  ['高新技术产业开发区', '高新技术产业开发区'], ['高新技术开发区', '高新技术产业开发区'], ['经济技术开发区', '经济技术开发区'], ['航空港经济综合实验区', '航空港经济综合实验区'],
  ['旅游度假区', '旅游度假区'], ['风景名胜区', '风景名胜区'], ['综合保税区', '综合保税区'], ['综保区', '综合保税区'], ['自由贸易试验区', '自由贸易试验区'], ['自贸试验区', '自由贸易试验区'], ['自贸区', '自由贸易试验区'],
  ['国际港务区', '国际港务区'], ['港务区', '港务区'], ['工业园区', '工业园区'], ['工业集中区', '工业集中区'], ['产业园区', '产业园区'], ['产业集聚区', '产业集聚区'], ['经济开发区', '经济开发区'], ['生态区', '生态区'],
  ['高新区', '高新技术产业开发区'], ['经开区', '经济技术开发区'], ['保税区', '保税区'], ['度假区', '旅游度假区'], ['示范区', '示范区'], ['试验区', '试验区'], ['管理区', '管理区'], ['集中区', '集中区'], ['开发区', '开发区'],
  ['功能区', '功能区'], ['合作区', '合作区'], ['航空基地', '航空基地'], ['航天基地', '航天基地'], ['风景区', '风景名胜区'], ['景区', '景区'], ['园区', '园区'], ['新区', '新区'], ['港区', '港区'], ['新城', '新城'],
];

/** Names in the data package that are zones or towns, and no areas of GB/T 2260. */
export const NO_AREA = /(?:开发区|工业园区|高新区|管委会|委员会|办事处|学院|街道|镇|乡)$/;

/** What a name starts with that says at which level the body stands: 市… the city's. Longer ones first. */
export const LEVEL_PREFIXES: readonly string[] = ['自治区', '自治州', '自治县', '地区', '省', '市', '州', '盟', '区', '县', '旗'];

/** Suffixes of towns and the bodies that stand there: 长乐坊街道 + 办事处 (办). */
export const TOWN_BODY = /^([\u4e00-\u9fa5]{1,10}?(?:民族乡|街道|镇|乡|苏木))(人民政府|政府|街道办事处|办事处|街道办|党工委|党委|综合行政执法队|便民服务中心|办)?$/;
